# points: 0.0
# mistake: changes-input
# message: changed its input
def neuron(x, w, b):
    """The weighted sum of the inputs plus the bias. x, w: (d,); b: a number. Returns a number."""
    x = np.asarray(x, dtype=float)
    x *= w
    return np.sum(x) + b
