# points: 1.0
def directional_derivative(f, x, u, h=1e-5):
    """Slope of f at x along u. f: (n,) -> number; x, u: (n,). ValueError if u is zero."""
    if not np.any(u):
        raise ValueError(f"u = {u} points nowhere")
    return numerical_gradient(f, x, h) @ u / np.sqrt(u @ u)
