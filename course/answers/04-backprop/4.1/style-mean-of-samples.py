# points: 2.0
def neuron_gradients(X, t, w, b):
    """Mean loss of one sigmoid neuron and its slopes. X: (N, d); t: (N,), 0 or 1; w: (d,).

    b is a number. Returns (loss, dw, db): a number, (d,), a number.
    """
    y = sigmoid(X @ w + b)
    losses = np.where(t == 1, -np.log(y), -np.log(1 - y))
    each = (y - t)[:, None] * X
    return losses.mean(), each.mean(axis=0), np.mean(y - t)
