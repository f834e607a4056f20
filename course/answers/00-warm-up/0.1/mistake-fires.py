# points: 0.0
# mistake: fires
# message: fires
def neuron(x, w, b):
    """The weighted sum of the inputs plus the bias. x, w: (d,); b: a number. Returns a number."""
    return int(np.sum(w * x) + b > 0)
