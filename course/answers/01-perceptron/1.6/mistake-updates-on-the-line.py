# points: 1.0
# mistake: updates-on-the-line
# message: counts as 1
def perceptron_update(w, x, t):
    """The weights after one sample. w, x: (d + 1,), x[0] is 1; t: 0 or 1. Returns (d + 1,)."""
    y = 2 * t - 1
    if y * (w @ x) <= 0:
        return w + y * x
    return w
