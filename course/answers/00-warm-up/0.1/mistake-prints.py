# points: 0.0
# mistake: prints
# message: Printing
def neuron(x, w, b):
    """The weighted sum of the inputs plus the bias. x, w: (d,); b: a number. Returns a number."""
    print(np.sum(w * x) + b)
