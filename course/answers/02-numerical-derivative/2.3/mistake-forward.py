# points: 1.0
# mistake: forward
# message: forward difference
def partial_derivative(f, x, i, h=1e-5):
    """Central difference of f in its entry i. f: (n,) -> number; x: (n,); i: index. A number."""
    step = np.zeros(len(x))
    step[i] = h
    return (f(x + step) - f(x)) / h
