# %% own
import glob
import os

wanted = [
    "@FILE@", "/proc/self/root@FILE@", "/proc/1/root@FILE@", "/proc/1/cwd/..@FILE@",
    "/tmp/../..@FILE@", "/etc/shadow", "/etc/passwd", "/root/.bashrc", "/etc/hostname",
    *glob.glob("/home/*/.ssh/*"), *glob.glob("/root/.*"), *glob.glob("/var/lib/*/*.db")[:9],
]  # fmt: skip
for path in wanted:
    try:
        with open(path, "rb") as file:
            print("could read", path, file.read(40))
    except OSError:
        pass
os.symlink("@FILE@", "/tmp/link")
try:
    print("could read a link", open("/tmp/link").read())
except OSError:
    pass
print("looked for files")
