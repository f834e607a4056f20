# points: 2.0
def neuron_gradients(X, t, w, b):
    """Mean loss of one sigmoid neuron and its slopes. X: (N, d); t: (N,), 0 or 1; w: (d,).

    b is a number. Returns (loss, dw, db): a number, (d,), a number.
    """
    with_one = np.column_stack([np.ones(len(X)), X])
    v = np.concatenate([[b], w])
    z = with_one @ v
    loss = np.mean(np.logaddexp(0, z) - t * z)
    slopes = with_one.T @ (sigmoid(z) - t) / len(X)
    return loss, slopes[1:], slopes[0]
