# points: 0.0
# mistake: sign
# message: three values
def step(z):
    """1 where z >= 0, else 0. z: a number or an array; the result has its shape, integers."""
    return np.sign(z).astype(int)
