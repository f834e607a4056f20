# points: 0.0
# mistake: whole-vector
# message: all entries
def partial_derivative(f, x, i, h=1e-5):
    """Central difference of f in its entry i. f: (n,) -> number; x: (n,); i: index. A number."""
    return (f(x + h) - f(x - h)) / (2 * h)
