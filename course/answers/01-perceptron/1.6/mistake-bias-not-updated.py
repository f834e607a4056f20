# points: 1.0
# mistake: bias-not-updated
# message: bias
def perceptron_update(w, x, t):
    """The weights after one sample. w, x: (d + 1,), x[0] is 1; t: 0 or 1. Returns (d + 1,)."""
    w_new = w.copy()
    w_new[1:] += (t - step(w @ x)) * x[1:]
    return w_new
