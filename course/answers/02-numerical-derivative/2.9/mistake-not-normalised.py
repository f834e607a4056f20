# points: 0.0
# mistake: not-normalised
# message: length
def directional_derivative(f, x, u, h=1e-5):
    """Slope of f at x along u. f: (n,) -> number; x, u: (n,). ValueError if u is zero."""
    if not np.any(u):
        raise ValueError("u is zero")
    return (f(x + h * u) - f(x - h * u)) / (2 * h)
