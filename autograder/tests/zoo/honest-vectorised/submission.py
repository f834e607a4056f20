# %% ex-98-1
_double = np.vectorize(lambda v: 2.0 * v)


def double(x):
    return _double(x)
# %% ex-98-3
def gradient(f, x):
    both = np.stack([x + np.eye(len(x)) * 1e-5, x - np.eye(len(x)) * 1e-5])
    values = np.apply_along_axis(lambda v: np.array(v, copy=True), -1, both)
    high, low = ([f(row) for row in rows] for rows in values)
    return np.einsum("i,i->i", np.subtract(high, low), np.full(len(x), 1 / 2e-5))
