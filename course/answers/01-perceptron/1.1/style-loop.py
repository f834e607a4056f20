# points: 2.0
def step(z):
    """1 where z >= 0, else 0. z: a number or an array; the result has its shape, integers."""
    z = np.asarray(z)
    out = np.zeros(z.shape, dtype=int)
    for place in np.ndindex(z.shape):
        if z[place] >= 0:
            out[place] = 1
    return out
