# points: 0.0
# mistake: others-zero
# message: held where they are
def partial_derivative(f, x, i, h=1e-5):
    """Central difference of f in its entry i. f: (n,) -> number; x: (n,); i: index. A number."""
    point = np.zeros(len(x))
    point[i] = x[i]
    step = np.zeros(len(x))
    step[i] = h
    return (f(point + step) - f(point - step)) / (2 * h)
