# points: 0.0
# mistake: bias-subtracted
# message: subtracted
def neuron(x, w, b):
    """The weighted sum of the inputs plus the bias. x, w: (d,); b: a number. Returns a number."""
    return np.sum(w * x) - b
