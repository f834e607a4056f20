# points: 2.0
def partial_derivative(f, x, i, h=1e-6):
    """Central difference of f in its entry i. f: (n,) -> number; x: (n,); i: index. A number."""
    step = h * (np.arange(len(x)) == i)
    left, right = (f(x + sign * step) for sign in (-1, 1))
    return (right - left) / (2 * h)
