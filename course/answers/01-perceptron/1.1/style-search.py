# points: 2.0
def step(z):
    """1 where z >= 0, else 0. z: a number or an array; the result has its shape, integers."""
    return np.searchsorted([0.0], z, side="right")
