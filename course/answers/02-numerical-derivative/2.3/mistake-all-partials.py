# points: 0.0
# mistake: all-partials
# message: one of them
def partial_derivative(f, x, i, h=1e-5):
    """Central difference of f in its entry i. f: (n,) -> number; x: (n,); i: index. A number."""
    slopes = np.zeros(len(x))
    for j in range(len(x)):
        step = np.zeros(len(x))
        step[j] = h
        slopes[j] = (f(x + step) - f(x - step)) / (2 * h)
    return slopes
