# %% own
import os
import time

started = []
try:
    for _ in range(60):
        started.append(os.fork())
        if started[-1] == 0:
            time.sleep(60)
            os._exit(0)
    print("there is no end")
except OSError:
    print("refused after", len(started))
for process in started:
    os.kill(process, 9)
    os.waitpid(process, 0)
