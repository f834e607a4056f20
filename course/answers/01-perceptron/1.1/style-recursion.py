# points: 2.0
def step(z):
    """1 where z >= 0, else 0. z: a number or an array; the result has its shape, integers."""
    if np.ndim(z) == 0:
        return 1 if z >= 0 else 0
    return np.array([step(part) for part in z])
