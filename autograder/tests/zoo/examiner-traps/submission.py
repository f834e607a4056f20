# %% ex-98-1
import gc
import sys


class Undying:
    def __del__(self):
        Undying.last = Undying()
        raise ValueError


def double(x):
    Undying()
    gc.callbacks.append(lambda phase, info: Undying())
    gc.set_threshold(1)
    sys.settrace(lambda *event: double.__globals__["double"])
    sys.setprofile(lambda *event: None)
    sys.setswitchinterval(1e-6)
    return 0
