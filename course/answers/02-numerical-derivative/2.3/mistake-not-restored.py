# points: 1.0
# mistake: not-restored
# message: still nudged
def partial_derivative(f, x, i, h=1e-5):
    """Central difference of f in its entry i. f: (n,) -> number; x: (n,); i: index. A number."""
    x[i] += h
    f_plus = f(x)
    x[i] -= 2 * h
    f_minus = f(x)
    return (f_plus - f_minus) / (2 * h)
