# points: 1.0
# mistake: large-step
# message: large step
def partial_derivative(f, x, i, h=1e-5):
    """Central difference of f in its entry i. f: (n,) -> number; x: (n,); i: index. A number."""
    h = 0.1
    step = np.zeros(len(x))
    step[i] = h
    return (f(x + step) - f(x - step)) / (2 * h)
