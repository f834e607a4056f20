# %% ex-98-1
import os
import subprocess

words = subprocess.run(["echo", "2"], capture_output=True, text=True).stdout
os.system("true")


def double(x):
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    return x * int(words)
