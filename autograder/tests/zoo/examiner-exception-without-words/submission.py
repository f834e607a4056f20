# %% ex-98-2
class Endless(ValueError):
    def __str__(self):
        while True:
            pass

    __repr__ = __str__


class Account:
    def __init__(self, balance=0.0):
        raise Endless
# %% ex-98-4
def draw(rng, items, n):
    error = ValueError("x")
    error.__cause__ = error.__context__ = error
    raise error
# %% ex-98-5
class Changing(Exception):
    @property
    def __traceback__(self):
        while True:
            pass


def descend(params, grads, rate):
    raise Changing
# %% ex-98-8
class Odd(Exception):
    def __str__(self):
        raise self


Odd.__name__ = "\ud800<b>" * 1000


def train(model, steps):
    raise Odd(Odd, [Odd])
