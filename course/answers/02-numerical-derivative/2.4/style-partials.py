# points: 4.0
def numerical_gradient(f, x, h=1e-5):
    """All partial derivatives of f at x. f: array of x's shape -> number; x: any shape.

    Returns a float array of x's shape; x is as before.
    """
    def flat_f(v):
        return f(v.reshape(x.shape))

    flat = x.ravel().astype(float)
    return np.array([partial_derivative(flat_f, flat, k, h) for k in range(x.size)]).reshape(x.shape)
