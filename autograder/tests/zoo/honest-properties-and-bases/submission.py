# %% ex-98-2
from abc import ABC, abstractmethod
from functools import total_ordering


class Holder(ABC):
    @abstractmethod
    def deposit(self, amount): ...


@total_ordering
class Account(Holder):
    __slots__ = ("_cents",)

    def __new__(cls, *args):
        return super().__new__(cls)

    def __init__(self, balance=0.0):
        self._cents = round(balance * 100)

    @classmethod
    def of(cls, cents):
        return cls(cents / 100)

    @property
    def balance(self):
        return self._cents / 100

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError
        self._cents += round(amount * 100)

    def __add__(self, other):
        return Account.of(self._cents + other._cents)

    def __eq__(self, other):
        return self._cents == other._cents

    def __lt__(self, other):
        return self._cents < other._cents
