# points: 0.0
# mistake: prints
# message: return
def step(z):
    """1 where z >= 0, else 0. z: a number or an array; the result has its shape, integers."""
    print(np.where(np.asarray(z) >= 0, 1, 0))
