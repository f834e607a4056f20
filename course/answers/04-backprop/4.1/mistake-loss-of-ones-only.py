# points: 0.0
# mistake: loss-of-ones-only
# message: samples of class 0 add nothing
def neuron_gradients(X, t, w, b):
    """Mean loss of one sigmoid neuron and its slopes. X: (N, d); t: (N,), 0 or 1; w: (d,).

    b is a number. Returns (loss, dw, db): a number, (d,), a number.
    """
    y = sigmoid(X @ w + b)
    loss = -np.mean(t * np.log(y))
    dz = (y - t) / len(t)
    return loss, dz @ X, dz.sum()
