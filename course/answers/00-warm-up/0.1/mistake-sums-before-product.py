# points: 0.0
# mistake: sums-before-product
# message: pair by pair
def neuron(x, w, b):
    """The weighted sum of the inputs plus the bias. x, w: (d,); b: a number. Returns a number."""
    return np.sum(w) * np.sum(x) + b
