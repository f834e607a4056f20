# %% ex-98-4
def draw(rng, items, n):
    rng.bit_generator.state = {**rng.bit_generator.state, "state": {"state": 1, "inc": 2}}
    rng.__init__(np.random.PCG64(0))
    rng.random = lambda: 0.5
    return items[:n]
