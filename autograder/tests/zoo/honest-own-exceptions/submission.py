# %% ex-98-2
class BankError(Exception):
    pass


class NegativeAmount(BankError, ValueError):
    def __init__(self, amount, account):
        super().__init__(f"{amount} is not over 0")
        self.amount, self.account = amount, account


class Account:
    def __init__(self, balance=0.0):
        self.balance = balance

    def deposit(self, amount):
        try:
            if amount <= 0:
                raise BankError("first")
        except BankError as cause:
            error = NegativeAmount(amount, self)
            error.add_note("ask the bank")
            raise error from cause
        self.balance += amount

    def __add__(self, other):
        return Account(self.balance + other.balance)
