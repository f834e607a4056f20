# %% ex-98-2
from dataclasses import dataclass


@dataclass(order=True, slots=True)
class Account:
    balance: float = 0.0

    def deposit(self, amount: float) -> None:
        if amount <= 0:
            raise ValueError(f"{amount=}")
        self.balance += amount

    def __add__(self, other: "Account") -> "Account":
        return type(self)(self.balance + other.balance)
