# points: 1.0
# mistake: one-answer-for-all
# message: shape
def step(z):
    """1 where z >= 0, else 0. z: a number or an array; the result has its shape, integers."""
    return int(np.all(np.asarray(z) >= 0))
