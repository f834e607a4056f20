# %% own
import os

os.mkfifo("/tmp/pipe")
path = "/tmp"
for _ in range(60):
    path += "/" + "d" * 60
    os.mkdir(path)
os.symlink("/tmp", "/tmp/again")
os.symlink("loop", "/tmp/loop")
for number in range(200):
    open(f"/tmp/{'n' * 200}{number}", "w").close()
print("stalled nobody")
