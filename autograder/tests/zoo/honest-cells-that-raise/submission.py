# %% own
1 / 0
# %% own-2
def unfinished(
# %% own-3
raise KeyboardInterrupt
# %% own-4
class Broken:
    def __repr__(self):
        raise ValueError("no words")


Broken()
# %% ex-98-1
def double(x):
    return 2 * x


double("a", "b")
# %% own-5
raise BaseException("all of it")
# %% ex-98-8
def train(model, steps):
    return [[model.update(), model.loss()][1] for _ in range(steps)]


import asyncio

raise asyncio.CancelledError
# %% own-6
assert double(2) == 5, "should be 4"
