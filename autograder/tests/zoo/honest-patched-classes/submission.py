# %% own
class Account:
    pass
# %% ex-98-2
class Account(Account):
    def __init__(self, balance=0.0):
        self.balance = balance
# %% own-2
def deposit(self, amount):
    if amount < 0:
        raise ValueError("below 0")
    self.balance = self.balance + amount


Account.deposit = deposit
Account.__add__ = lambda self, other: Account(self.balance + other.balance)
np.set_printoptions(precision=2)
