# points: 1.0
def neuron(x, w, b):
    """The weighted sum of the inputs plus the bias. x, w: (d,); b: a number. Returns a number."""
    total = 0.0
    for i in range(len(x)):
        total += w[i] * x[i]
    return total + b
