# points: 0.0
# mistake: step-is-the-length
# message: how long
def directional_derivative(f, x, u, h=1e-5):
    """Slope of f at x along u. f: (n,) -> number; x, u: (n,). ValueError if u is zero."""
    if not np.any(u):
        raise ValueError("u is zero")
    step = u / np.linalg.norm(u)
    return (f(x + step) - f(x - step)) / 2
