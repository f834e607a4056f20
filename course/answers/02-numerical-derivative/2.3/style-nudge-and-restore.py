# points: 2.0
def partial_derivative(f, x, i, h=1e-5):
    """Central difference of f in its entry i. f: (n,) -> number; x: (n,); i: index. A number."""
    old = x[i]
    x[i] = old + h
    f_plus = f(x)
    x[i] = old - h
    f_minus = f(x)
    x[i] = old
    return (f_plus - f_minus) / (2 * h)
