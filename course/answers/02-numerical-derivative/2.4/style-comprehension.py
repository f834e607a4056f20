# points: 4.0
def numerical_gradient(f, x, h=1e-5):
    """All partial derivatives of f at x. f: array of x's shape -> number; x: any shape.

    Returns a float array of x's shape; x is as before.
    """
    units = np.eye(x.size).reshape(x.size, *x.shape)
    return np.array([(f(x + h * u) - f(x - h * u)) / (2 * h) for u in units]).reshape(x.shape)
