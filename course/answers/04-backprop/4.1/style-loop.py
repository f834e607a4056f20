# points: 2.0
def neuron_gradients(X, t, w, b):
    """Mean loss of one sigmoid neuron and its slopes. X: (N, d); t: (N,), 0 or 1; w: (d,).

    b is a number. Returns (loss, dw, db): a number, (d,), a number.
    """
    N, d = X.shape
    loss, dw, db = 0.0, [0.0] * d, 0.0
    for i in range(N):
        z = b
        for j in range(d):
            z += w[j] * X[i, j]
        y = 1 / (1 + np.exp(-z))
        loss -= np.log(y) if t[i] == 1 else np.log(1 - y)
        for j in range(d):
            dw[j] += (y - t[i]) * X[i, j]
        db += y - t[i]
    return loss / N, np.array(dw) / N, db / N
