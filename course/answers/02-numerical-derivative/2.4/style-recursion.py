# points: 4.0
def numerical_gradient(f, x, h=1e-5):
    """All partial derivatives of f at x. f: array of x's shape -> number; x: any shape.

    Returns a float array of x's shape; x is as before.
    """
    def walk(index):
        if len(index) == x.ndim:
            up, down = x.astype(float), x.astype(float)
            up[index] += h
            down[index] -= h
            return (f(up) - f(down)) / (2 * h)
        return [walk((*index, k)) for k in range(x.shape[len(index)])]

    return np.array(walk(()), dtype=float)
