# points: 1.0
def neuron(x, w, b):
    """The weighted sum of the inputs plus the bias. x, w: (d,); b: a number. Returns a number."""
    weights = np.append(w, b)  # the bias is the weight of an input that is always 1
    inputs = np.append(x, 1)
    return np.dot(weights, inputs)
