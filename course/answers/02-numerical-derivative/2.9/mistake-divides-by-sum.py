# points: 0.0
# mistake: divides-by-sum
# message: sum
def directional_derivative(f, x, u, h=1e-5):
    """Slope of f at x along u. f: (n,) -> number; x, u: (n,). ValueError if u is zero."""
    if not np.any(u):
        raise ValueError("u is zero")
    step = h * u / np.sum(np.abs(u))
    return (f(x + step) - f(x - step)) / (2 * h)
