# points: 0.0
# mistake: cut-at-half
# message: 0.5
def step(z):
    """1 where z >= 0, else 0. z: a number or an array; the result has its shape, integers."""
    return (np.asarray(z) >= 0.5).astype(int)
