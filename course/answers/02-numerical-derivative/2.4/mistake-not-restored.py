# points: 2.0
# mistake: not-restored
# message: restored
def numerical_gradient(f, x, h=1e-5):
    """All partial derivatives of f at x. f: array of x's shape -> number; x: any shape.

    Returns a float array of x's shape; x is as before.
    """
    x = x.astype(float)
    grad = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        old = x[index]
        x[index] = old + h
        f_plus = f(x)
        x[index] = old - h
        grad[index] = (f_plus - f(x)) / (2 * h)
    return grad
