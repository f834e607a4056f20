# points: 1.0
def collapse(W1, b1, W2, b2):
    """The one layer that does what two layers do. Returns (W, b).

    W1: (n_in, m); b1: (m,); W2: (m, n_out); b2: (n_out,). W: (n_in, n_out); b: (n_out,).
    """
    W = (W2.T @ W1.T).T
    b = (W2.T @ b1[:, None] + b2[:, None])[:, 0]
    return W, b
