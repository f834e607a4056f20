# points: 1.0
def neuron(x, w, b):
    """The weighted sum of the inputs plus the bias. x, w: (d,); b: a number. Returns a number."""
    return float(sum(weight * value for weight, value in zip(w, x, strict=True)) + b)
