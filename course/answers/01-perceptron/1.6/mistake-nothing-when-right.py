# points: 1.0
# mistake: nothing-when-right
# message: return
def perceptron_update(w, x, t):
    """The weights after one sample. w, x: (d + 1,), x[0] is 1; t: 0 or 1. Returns (d + 1,)."""
    y = step(w @ x)
    if y != t:
        return w + (t - y) * x
