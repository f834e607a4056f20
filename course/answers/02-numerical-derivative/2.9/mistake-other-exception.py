# points: 0.0
# mistake: other-exception
# message: ValueError
def directional_derivative(f, x, u, h=1e-5):
    """Slope of f at x along u. f: (n,) -> number; x, u: (n,). ValueError if u is zero."""
    length = np.linalg.norm(u)
    assert length > 0
    step = h * u / length
    return (f(x + step) - f(x - step)) / (2 * h)
