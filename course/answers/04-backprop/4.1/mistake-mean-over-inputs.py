# points: 0.0
# mistake: mean-over-inputs
# message: one number, as if
def neuron_gradients(X, t, w, b):
    """Mean loss of one sigmoid neuron and its slopes. X: (N, d); t: (N,), 0 or 1; w: (d,).

    b is a number. Returns (loss, dw, db): a number, (d,), a number.
    """
    y = sigmoid(X @ w + b)
    loss = -np.mean(t * np.log(y) + (1 - t) * np.log(1 - y))
    dz = (y - t) / len(t)
    return loss, np.full(len(w), np.mean(dz @ X)), dz.sum()
