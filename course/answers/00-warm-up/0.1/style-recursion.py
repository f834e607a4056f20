# points: 1.0
def neuron(x, w, b):
    """The weighted sum of the inputs plus the bias. x, w: (d,); b: a number. Returns a number."""
    if len(x) == 0:
        return b
    return neuron(x[1:], w[1:], b + w[0] * x[0])
