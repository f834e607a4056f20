# points: 2.0
def neuron_gradients(X, t, w, b):
    """Mean loss of one sigmoid neuron and its slopes. X: (N, d); t: (N,), 0 or 1; w: (d,).

    b is a number. Returns (loss, dw, db): a number, (d,), a number.
    """
    y = sigmoid(np.dot(X, w) + b)
    loss = -(t * np.log(y) + (1 - t) * np.log(1 - y)).mean()
    dy = ((1 - t) / (1 - y) - t / y) / t.size
    dz = dy * y * (1 - y)
    return float(loss), np.einsum("ij,i->j", X, dz), float(np.sum(dz))
