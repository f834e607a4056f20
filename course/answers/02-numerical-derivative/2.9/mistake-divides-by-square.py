# points: 0.0
# mistake: divides-by-square
# message: twice
def directional_derivative(f, x, u, h=1e-5):
    """Slope of f at x along u. f: (n,) -> number; x, u: (n,). ValueError if u is zero."""
    if not np.any(u):
        raise ValueError("u is zero")
    return numerical_gradient(f, x, h) @ u / (u @ u)
