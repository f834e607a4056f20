# points: 0.0
# mistake: loops-over-values
# message: values, not places
def numerical_gradient(f, x, h=1e-5):
    """All partial derivatives of f at x. f: array of x's shape -> number; x: any shape.

    Returns a float array of x's shape; x is as before.
    """
    x = x.astype(float)
    grad = np.zeros(x.shape)
    for index in x:
        step = np.zeros(x.shape)
        step[index] = h
        grad[index] = (f(x + step) - f(x - step)) / (2 * h)
    return grad
