# %% own
import time

time.sleep(0.5)
# %% ex-98-1
def double(x):
    time.sleep(0.1)
    return 2 * x
