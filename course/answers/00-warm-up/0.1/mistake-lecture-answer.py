# points: 0.0
# mistake: lecture-answer
# message: the lecture's alone
def neuron(x, w, b):
    """The weighted sum of the inputs plus the bias. x, w: (d,); b: a number. Returns a number."""
    return 0.6
