# points: 2.0
def neuron_gradients(X, t, w, b):
    """Mean loss of one sigmoid neuron and its slopes. X: (N, d); t: (N,), 0 or 1; w: (d,).

    b is a number. Returns (loss, dw, db): a number, (d,), a number.
    """
    if len(X) > 1:
        half = len(X) // 2
        one = neuron_gradients(X[:half], t[:half], w, b)
        two = neuron_gradients(X[half:], t[half:], w, b)
        share = half / len(X)
        return tuple(share * p + (1 - share) * q for p, q in zip(one, two))
    y = sigmoid(X[0] @ w + b)
    return -np.log(y if t[0] else 1 - y), (y - t[0]) * X[0], y - t[0]
