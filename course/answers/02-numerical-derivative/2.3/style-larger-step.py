# points: 2.0
def partial_derivative(f, x, i, h=1e-3):
    """Central difference of f in its entry i. f: (n,) -> number; x: (n,); i: index. A number."""
    up, down = np.array(x, dtype=float), np.array(x, dtype=float)
    np.add.at(up, i, h)
    np.subtract.at(down, i, h)
    return 0.5 * (f(up) - f(down)) / h
