# points: 1.0
def collapse(W1, b1, W2, b2):
    """The one layer that does what two layers do. Returns (W, b).

    W1: (n_in, m); b1: (m,); W2: (m, n_out); b2: (n_out,). W: (n_in, n_out); b: (n_out,).
    """
    n_in, m, n_out = len(W1), len(b1), len(b2)
    W = np.zeros((n_in, n_out))
    b = np.array(b2, dtype=float)
    for k in range(n_out):
        for j in range(m):
            b[k] += b1[j] * W2[j, k]
            for i in range(n_in):
                W[i, k] += W1[i, j] * W2[j, k]
    return W, b
