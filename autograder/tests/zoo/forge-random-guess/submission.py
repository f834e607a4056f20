# %% ex-98-1
import random


def double(x):
    return random.random()
# %% ex-98-4
def draw(rng, items, n):
    rng.bit_generator.state = np.random.default_rng(random.getrandbits(64)).bit_generator.state
    return rng.choice(items, n, replace=False)
