# points: 4.0
def numerical_gradient(f, x, h=1e-5):
    """All partial derivatives of f at x. f: array of x's shape -> number; x: any shape.

    Returns a float array of x's shape; x is as before.
    """
    grad = np.empty(x.shape)
    for index, value in np.ndenumerate(x):
        ends = []
        for nudged in (value - h, value + h):
            point = np.array(x, dtype=float)
            point[index] = nudged
            ends.append(f(point))
        grad[index] = np.diff(ends)[0] / (2 * h)
    return grad
