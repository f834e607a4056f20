# %% ex-98-2
import os
import signal


class Account:
    def __init__(self, balance=0.0):
        os.kill(os.getpid(), signal.SIGSTOP)
