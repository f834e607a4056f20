# %% ex-98-1
# see below
# %% own
def double(x):
    return twice(x)


def gradient(f, x):
    return np.array([slope(f, x, n) for n in range(len(x))])
# %% own-2
def twice(x):
    return 2 * x


def slope(f, x, n):
    step = np.zeros(len(x))
    step[n] = 1e-5
    return (f(x + step) - f(x - step)) / 2e-5
# %% ex-98-6
def batches(items, size):
    while len(items):
        yield items[:size]
        items = items[size:]
