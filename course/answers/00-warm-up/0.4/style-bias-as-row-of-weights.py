# points: 1.0
def collapse(W1, b1, W2, b2):
    """The one layer that does what two layers do. Returns (W, b).

    W1: (n_in, m); b1: (m,); W2: (m, n_out); b2: (n_out,). W: (n_in, n_out); b: (n_out,).
    """
    def whole(W, b):
        last = np.zeros((len(W) + 1, 1))
        last[-1] = 1
        return np.hstack([np.vstack([W, b]), last])

    both = whole(W1, b1) @ whole(W2, b2)
    return both[:-1, :-1], both[-1, :-1]
