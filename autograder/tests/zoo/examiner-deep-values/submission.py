# %% ex-98-1
def double(x):
    nest = ()
    for _ in range(10_000):
        nest = (nest,)
    return nest
# %% ex-98-2
class Account:
    def __init__(self, balance=0.0):
        self.balance = [balance]
        for _ in range(50_000):
            self.balance = [self.balance]

    def deposit(self, amount):
        pass
# %% ex-98-7
why = "b"
table = {"and": None}
table["and"] = table["or"] = [table, [table]]
