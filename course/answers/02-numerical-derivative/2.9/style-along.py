# points: 1.0
def directional_derivative(f, x, u, h=1e-5):
    """Slope of f at x along u. f: (n,) -> number; x, u: (n,). ValueError if u is zero."""
    total = sum(float(part) ** 2 for part in u)
    if total <= 0:
        raise ValueError("no direction")
    unit = np.array([float(part) / total**0.5 for part in u])
    return central_difference(lambda t: f(x + t * unit), 0.0, h)
