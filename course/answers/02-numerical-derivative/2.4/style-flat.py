# points: 4.0
def numerical_gradient(f, x, h=1e-5):
    """All partial derivatives of f at x. f: array of x's shape -> number; x: any shape.

    Returns a float array of x's shape; x is as before.
    """
    point = np.array(x, dtype=float)
    slopes = []
    for k in range(point.size):
        old = point.flat[k]
        point.flat[k] = old + h
        ahead = f(point)
        point.flat[k] = old - h
        behind = f(point)
        point.flat[k] = old
        slopes.append((ahead - behind) / (2 * h))
    return np.reshape(slopes, x.shape)
