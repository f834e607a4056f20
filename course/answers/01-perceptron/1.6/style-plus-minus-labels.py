# points: 2.0
def perceptron_update(w, x, t):
    """The weights after one sample. w, x: (d + 1,), x[0] is 1; t: 0 or 1. Returns (d + 1,)."""
    label, guess = 2 * t - 1, 2 * step(np.sum(w * x)) - 1
    return w + (label - guess) / 2 * x
