# points: 2.0
def partial_derivative(f, x, i, h=1e-5):
    """Central difference of f in its entry i. f: (n,) -> number; x: (n,); i: index. A number."""
    unit = np.eye(len(x))[i]
    return float(np.dot([f(x - h * unit), f(x + h * unit)], [-1, 1])) / (h + h)
