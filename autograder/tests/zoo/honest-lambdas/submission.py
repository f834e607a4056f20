# %% ex-98-1
import functools
import operator

double = functools.partial(operator.mul, 2)
# %% ex-98-3
slope = lambda f, x, s: (f(x + s) - f(x - s)) / 2e-5
gradient = lambda f, x: np.array(list(map(functools.partial(slope, f, x), np.eye(len(x)) * 1e-5)))
# %% ex-98-4
draw = lambda rng, items, n: np.take(items, rng.permutation(len(items)))[:n]
# %% ex-98-6
batches = lambda items, size: (items[n : n + size] for n in range(0, len(items), size))
# %% ex-98-8
train = lambda model, steps: [(model.update(), model.loss())[-1] for _ in range(steps)]
