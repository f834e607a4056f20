# %% ex-98-1
import sys


def double(x):
    print("doubling", x, flush=True)
    print("careful", file=sys.stderr)
    return x + x
# %% ex-98-2
class Account:
    def __init__(self, balance=0.0):
        print(f"{balance:>20}")
        self.balance = balance

    def deposit(self, amount):
        if amount < 0:
            raise ValueError("no")
        self.balance += amount
        sys.stdout.write("+")

    def __add__(self, other):
        return Account(self.balance + other.balance)

    def __repr__(self):
        return "Account" * 1000
# %% own
for step in range(101):
    print(f"\r{step:3}% ", end="")
print("\nÜberblick: \x1b[31mrot\x1b[0m, 赤, أحمر, 🟥")
Account(3.0)
