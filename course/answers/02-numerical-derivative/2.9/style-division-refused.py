# points: 1.0
def directional_derivative(f, x, u, h=1e-5):
    """Slope of f at x along u. f: (n,) -> number; x, u: (n,). ValueError if u is zero."""
    import math

    try:
        scale = 1 / math.dist([0.0] * len(u), list(u))
    except ZeroDivisionError:
        raise ValueError("u must not be zero") from None
    ahead, behind = (f(x + sign * h * scale * np.array(u, dtype=float)) for sign in (1, -1))
    return (ahead - behind) / (2 * h)
