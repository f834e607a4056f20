# points: 4.0
def numerical_gradient(f, x, h=1e-3):
    """All partial derivatives of f at x. f: array of x's shape -> number; x: any shape.

    Returns a float array of x's shape; x is as before.
    """
    x = np.asarray(x, dtype=float).copy()
    grad = np.full(x.shape, np.nan)
    for index in np.argwhere(np.ones(x.shape)):
        place = tuple(index)
        keep = float(x[place])
        slopes = central_difference(lambda value: f(_with(x, place, value)), keep, h)
        x[place], grad[place] = keep, slopes
    return grad


def _with(x, place, value):
    x[place] = value
    return x
