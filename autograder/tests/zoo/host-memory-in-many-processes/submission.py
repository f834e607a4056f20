# %% ex-98-1
import os
import time


def double(x):
    for _ in range(3):
        if os.fork() == 0:
            held = np.ones(200 * 2**20 // 8)
            time.sleep(20)
            os._exit(0)
    time.sleep(20)
    return 2 * x
