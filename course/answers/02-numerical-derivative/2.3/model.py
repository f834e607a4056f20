# points: 2.0
def partial_derivative(f, x, i, h=1e-5):
    """Central difference of f in its entry i. f: (n,) -> number; x: (n,); i: index. A number."""
    step = np.zeros(len(x))
    step[i] = h
    return (f(x + step) - f(x - step)) / (2 * h)
