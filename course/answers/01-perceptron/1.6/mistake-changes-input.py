# points: 1.0
# mistake: changes-input
# message: changed its input
def perceptron_update(w, x, t):
    """The weights after one sample. w, x: (d + 1,), x[0] is 1; t: 0 or 1. Returns (d + 1,)."""
    w += (t - step(w @ x)) * x
    return w
