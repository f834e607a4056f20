# points: 2.0
def perceptron_update(w, x, t):
    """The weights after one sample. w, x: (d + 1,), x[0] is 1; t: 0 or 1. Returns (d + 1,)."""
    w_new = w.copy()
    if step(w @ x) != t:
        w_new += np.where(t == 1, 1.0, -1.0) * x
    return w_new
