# points: 1.0
def directional_derivative(f, x, u, h=1e-5):
    """Slope of f at x along u. f: (n,) -> number; x, u: (n,). ValueError if u is zero."""
    class NoDirection(ValueError):
        pass

    size = np.hypot.reduce(u)
    if size == 0.0:
        raise NoDirection(u)
    return sum(part / size * partial_derivative(f, x, i, h) for i, part in enumerate(u))
