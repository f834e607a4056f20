# points: 2.0
# mistake: vectors-and-matrices
# message: three axes
def numerical_gradient(f, x, h=1e-5):
    """All partial derivatives of f at x. f: array of x's shape -> number; x: any shape.

    Returns a float array of x's shape; x is as before.
    """
    x = x.astype(float)
    grad = np.zeros(x.shape)
    if x.ndim == 1:
        places = [(i,) for i in range(len(x))]
    elif x.ndim == 2:
        places = [(i, j) for i in range(x.shape[0]) for j in range(x.shape[1])]
    for place in places:
        step = np.zeros(x.shape)
        step[place] = h
        grad[place] = (f(x + step) - f(x - step)) / (2 * h)
    return grad
