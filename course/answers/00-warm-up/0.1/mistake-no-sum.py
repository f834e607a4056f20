# points: 0.0
# mistake: no-sum
# message: one for each input
def neuron(x, w, b):
    """The weighted sum of the inputs plus the bias. x, w: (d,); b: a number. Returns a number."""
    return w * x + b
