# %% own
import random

random.seed(0)
np.random.seed(0)
rng = np.random.default_rng()
# %% ex-98-4
def draw(rng, items, n):
    noise = np.random.rand() + random.random() + np.random.default_rng(1).normal()
    order = rng.permutation(len(items))
    return np.array([items[k] for k in order[:n]]) + int(noise * 0)
