# points: 0.0
# mistake: rounded
# message: round
def neuron(x, w, b):
    """The weighted sum of the inputs plus the bias. x, w: (d,); b: a number. Returns a number."""
    return round(float(np.sum(w * x) + b), 1)
