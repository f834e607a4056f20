# points: 2.0
def step(z):
    """1 where z >= 0, else 0. z: a number or an array; the result has its shape, integers."""
    jump = np.vectorize(lambda value: int(value >= 0), otypes=[int])
    return jump(z)
