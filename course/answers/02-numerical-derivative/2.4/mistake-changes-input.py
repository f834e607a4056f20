# points: 1.0
# mistake: changes-input
# message: changed its input
def numerical_gradient(f, x, h=1e-5):
    """All partial derivatives of f at x. f: array of x's shape -> number; x: any shape.

    Returns a float array of x's shape; x is as before.
    """
    grad = np.zeros(x.shape)
    x = np.asarray(x, dtype=float)
    for index in np.ndindex(x.shape):
        x[index] += h
        f_plus = f(x)
        x[index] -= 2 * h
        grad[index] = (f_plus - f(x)) / (2 * h)
    return grad
