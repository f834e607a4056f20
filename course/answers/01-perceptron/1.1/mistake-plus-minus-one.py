# points: 0.0
# mistake: plus-minus-one
# message: not -1 and 1
def step(z):
    """1 where z >= 0, else 0. z: a number or an array; the result has its shape, integers."""
    return np.where(np.asarray(z) >= 0, 1, -1)
