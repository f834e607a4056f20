# %% ex-98-1
def double(x):
    if np.ndim(x) == 0:
        return np.float32(x) * 2 if abs(x) < 100 else np.float64(2 * x)
    return (np.asarray(x).T * 2).T[...]
# %% ex-98-3
def gradient(f, x):
    return tuple(
        (f(x + step) - f(x - step)) / 2e-5 for step in np.identity(len(x)) * 1e-5
    )
# %% ex-98-6
from collections import namedtuple

Batch = namedtuple("Batch", "first rest")


def batches(items, size):
    parts = [Batch(start, items[start : start + size]) for start in range(0, len(items), size)]
    return [part.rest for part in parts]
# %% ex-98-8
def train(model, steps):
    return tuple([model.update(), model.loss()][1] for _ in range(steps))
