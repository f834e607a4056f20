# points: 0.0
# mistake: half-at-zero
# message: one half
def step(z):
    """1 where z >= 0, else 0. z: a number or an array; the result has its shape, integers."""
    return np.heaviside(z, 0.5)
