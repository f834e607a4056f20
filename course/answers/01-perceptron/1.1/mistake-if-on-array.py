# points: 1.0
# mistake: if-on-array
# message: whole array
def step(z):
    """1 where z >= 0, else 0. z: a number or an array; the result has its shape, integers."""
    if z >= 0:
        return 1
    return 0
