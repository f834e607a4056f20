# %% own
import os

mine = {str(os.getpid()), "self", "thread-self"}
for name in os.listdir("/proc"):
    if name.isdigit() and name not in mine:
        print("another process", name, open(f"/proc/{name}/cmdline").read())
for number in (@PID@, 2, 3):
    for file in ("environ", "mem", "root/etc/shadow", "cmdline"):
        if os.path.exists(f"/proc/{number}/{file}"):
            print("another process", number, file)
print("looked at processes")
