# points: 0.0
# mistake: alias
# message: same array
def numerical_gradient(f, x, h=1e-5):
    """All partial derivatives of f at x. f: array of x's shape -> number; x: any shape.

    Returns a float array of x's shape; x is as before.
    """
    grad = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        ahead = x
        ahead[index] += h
        behind = x
        behind[index] -= h
        grad[index] = (f(ahead) - f(behind)) / (2 * h)
    return grad
