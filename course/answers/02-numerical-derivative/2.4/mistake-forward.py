# points: 2.0
# mistake: forward
# message: forward difference
def numerical_gradient(f, x, h=1e-5):
    """All partial derivatives of f at x. f: array of x's shape -> number; x: any shape.

    Returns a float array of x's shape; x is as before.
    """
    grad = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        grad[index] = (f(x + step) - f(x)) / h
    return grad
