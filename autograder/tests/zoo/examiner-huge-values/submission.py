# %% ex-98-1
def double(x):
    return np.zeros(2**27, np.uint8) if np.ndim(x) else 10**1_000_000
# %% ex-98-2
class Account:
    def __init__(self, balance=0.0):
        self.balance = "9" * 2**26

    def deposit(self, amount):
        pass
# %% ex-98-7
why, table = "b", {n: [n] for n in range(60_000)}
# %% ex-98-8
def train(model, steps):
    return [object() for _ in range(60_000)]
