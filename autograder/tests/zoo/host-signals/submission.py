# %% own
import os
import signal

refused = 0
for number, sign in ((@PID@, signal.SIGKILL), (@PID@, 0), (os.getppid() or 2**22 - 7, 0)):
    try:
        os.kill(number, sign)
    except OSError:
        refused += 1
print(refused, "signals refused")
