# points: 0.0
# mistake: weights-added
# message: sum of the two
def collapse(W1, b1, W2, b2):
    """The one layer that does what two layers do. Returns (W, b).

    W1: (n_in, m); b1: (m,); W2: (m, n_out); b2: (n_out,). W: (n_in, n_out); b: (n_out,).
    """
    return W1 + W2, b1 @ W2 + b2
