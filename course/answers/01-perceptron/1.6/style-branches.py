# points: 2.0
def perceptron_update(w, x, t):
    """The weights after one sample. w, x: (d + 1,), x[0] is 1; t: 0 or 1. Returns (d + 1,)."""
    y = 1 if np.dot(w, x) >= 0 else 0
    if y == t:
        return w.copy()
    if t == 1:
        return w + x
    return w - x
