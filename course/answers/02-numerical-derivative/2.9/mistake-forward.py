# points: 0.0
# mistake: forward
# message: forward difference
def directional_derivative(f, x, u, h=1e-5):
    """Slope of f at x along u. f: (n,) -> number; x, u: (n,). ValueError if u is zero."""
    length = np.linalg.norm(u)
    if length == 0:
        raise ValueError("u is zero")
    return (f(x + h * u / length) - f(x)) / h
