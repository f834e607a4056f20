# %% own
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
calls = {
    "mount": lambda: libc.mount(b"none", b"/tmp", b"tmpfs", 0, None),
    "umount": lambda: libc.umount2(b"/tmp", 2),
    "chroot": lambda: libc.chroot(b"/"),
    "unshare": lambda: libc.unshare(0x10000000),
    "setns": lambda: libc.setns(3, 0),
    "setuid": lambda: libc.setuid(0),
    "ptrace": lambda: libc.ptrace(16, @PID@, None, None),
    "process_vm_readv": lambda: libc.process_vm_readv(@PID@, None, 0, None, 0, 0),
    "sethostname": lambda: libc.sethostname(b"mine", 4),
    "settimeofday": lambda: libc.settimeofday(ctypes.create_string_buffer(16), None),
    "setrlimit": lambda: libc.setrlimit(6, (ctypes.c_ulong * 2)(2**20, 2**20)),
    "bpf": lambda: libc.syscall(321, 5, None, 0),
    "keyctl": lambda: libc.syscall(250, 0, -3, 1),
    "perf_event_open": lambda: libc.syscall(298, None, 0, -1, -1, 0),
    "io_uring_setup": lambda: libc.syscall(425, 1, None),
}
for name, call in calls.items():
    if call() != -1:
        print(name, "was allowed")
print(len(calls), "calls refused")
