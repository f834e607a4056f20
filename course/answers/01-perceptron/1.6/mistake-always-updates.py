# points: 1.0
# mistake: always-updates
# message: already right
def perceptron_update(w, x, t):
    """The weights after one sample. w, x: (d + 1,), x[0] is 1; t: 0 or 1. Returns (d + 1,)."""
    return w + (2 * t - 1) * x
