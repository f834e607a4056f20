# %% ex-98-1
import os
import time


def double(x):
    length = b"\xff\xff\xff\xff" if np.ndim(x) == 0 else b"\x03\xf0\x00\x00"
    os.write(3, length + b"\x00\x01")
    time.sleep(30)
