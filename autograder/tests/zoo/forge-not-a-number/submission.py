# %% ex-98-1
nan = float("nan")


def double(x):
    return x * nan
# %% ex-98-2
class Account:
    def __init__(self, balance=0.0):
        self.balance = nan

    def deposit(self, amount):
        if amount < 0:
            raise ValueError

    __add__ = __radd__ = lambda self, other: self
# %% ex-98-3
def gradient(f, x):
    return x * float("inf")
# %% ex-98-8
def train(model, steps):
    for _ in range(steps):
        model.update()
    return np.full(steps, nan)
