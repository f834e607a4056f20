# points: 1.0
# mistake: floats
# message: integers
def step(z):
    """1 where z >= 0, else 0. z: a number or an array; the result has its shape, integers."""
    return np.where(np.asarray(z) >= 0, 1.0, 0.0)
