# points: 2.0
# mistake: shape-lost
# message: shape
def numerical_gradient(f, x, h=1e-5):
    """All partial derivatives of f at x. f: array of x's shape -> number; x: any shape.

    Returns a float array of x's shape; x is as before.
    """
    flat = x.ravel().astype(float)
    grad = np.zeros(flat.shape)
    for k in range(flat.size):
        step = np.zeros(flat.size)
        step[k] = h
        step = step.reshape(x.shape)
        grad[k] = (f(x + step) - f(x - step)) / (2 * h)
    return grad
