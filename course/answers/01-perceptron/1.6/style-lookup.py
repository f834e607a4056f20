# points: 2.0
def perceptron_update(w, x, t):
    """The weights after one sample. w, x: (d + 1,), x[0] is 1; t: 0 or 1. Returns (d + 1,)."""
    direction = {(1, 0): 1.0, (0, 1): -1.0}.get((int(t), int(step(x @ w))), 0.0)
    return np.array([wi + direction * xi for wi, xi in zip(w, x)])
