# points: 1.0
def collapse(W1, b1, W2, b2):
    """The one layer that does what two layers do. Returns (W, b).

    W1: (n_in, m); b1: (m,); W2: (m, n_out); b2: (n_out,). W: (n_in, n_out); b: (n_out,).
    """
    zero = np.zeros((1, len(W1)))
    b = linear(linear(zero, W1, b1), W2, b2)[0]
    W = linear(linear(np.eye(len(W1)), W1, b1), W2, b2) - b
    return W, b
