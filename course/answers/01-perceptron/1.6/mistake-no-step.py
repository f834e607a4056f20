# points: 0.0
# mistake: no-step
# message: weighted sum itself
def perceptron_update(w, x, t):
    """The weights after one sample. w, x: (d + 1,), x[0] is 1; t: 0 or 1. Returns (d + 1,)."""
    return w + (t - w @ x) * x
