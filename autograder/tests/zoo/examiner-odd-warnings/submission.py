# %% ex-98-1
import sys
import warnings


class open(UserWarning):
    pass


def double(x):
    warnings.simplefilter("always")
    warnings.warn("\ud800\x00" * 100, open, stacklevel=9)
    sys.stdout._name = sys.stderr._name = "exec"
    print("import os")
    sys.stdout = sys.stderr = None
    return 0
# %% ex-98-2
class Account:
    def __init__(self, balance=0.0):
        warnings.simplefilter("always")
        while True:
            warnings.warn("x" * 1000, stacklevel=1)
