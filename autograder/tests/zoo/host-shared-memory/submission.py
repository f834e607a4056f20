# %% own
import ctypes
from multiprocessing import shared_memory

libc = ctypes.CDLL(None, use_errno=True)
if libc.shmget(0x5151, 4096, 0o1666) != -1:
    print("could share by shmget")
if libc.msgget(0x5151, 0o1666) != -1:
    print("could share by msgget")
try:
    shared_memory.SharedMemory("zoo", create=True, size=64)
    print("could share by name")
except OSError:
    pass
try:
    open("/dev/mqueue/zoo", "w")
    print("could share by queue")
except OSError:
    pass
print("nobody shares")
