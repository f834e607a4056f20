# points: 0.0
# mistake: zero-not-refused
# message: points nowhere
def directional_derivative(f, x, u, h=1e-5):
    """Slope of f at x along u. f: (n,) -> number; x, u: (n,). ValueError if u is zero."""
    step = h * u / np.linalg.norm(u)
    return (f(x + step) - f(x - step)) / (2 * h)
