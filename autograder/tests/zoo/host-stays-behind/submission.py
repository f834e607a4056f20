# %% own
import os

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        while True:
            sum(range(10**6))
    os._exit(0)
os.wait()
print("left behind")
