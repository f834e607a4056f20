# points: 1.0
# mistake: label-zero-or-one
# message: label
def perceptron_update(w, x, t):
    """The weights after one sample. w, x: (d + 1,), x[0] is 1; t: 0 or 1. Returns (d + 1,)."""
    if step(w @ x) != t:
        return w + t * x
    return w
