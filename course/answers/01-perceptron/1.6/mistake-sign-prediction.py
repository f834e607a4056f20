# points: 0.0
# mistake: sign-prediction
# message: not -1 and 1
def perceptron_update(w, x, t):
    """The weights after one sample. w, x: (d + 1,), x[0] is 1; t: 0 or 1. Returns (d + 1,)."""
    y = 1 if w @ x >= 0 else -1
    return w + (t - y) * x
