# points: 1.5
# mistake: sorted-neighbours
# message: sorted by one weight
def distinct_units(W, tol=1e-8):
    """How many different units W (n_in, n_out) has. Units are columns; returns an int.

    Two units are the same if no weight differs by more than tol.
    """
    W = W[:, np.argsort(W[0])]
    return 1 + int(np.sum(np.abs(np.diff(W, axis=1)).max(axis=0) > tol))


def train_constant(X, t, hidden, value, lr, steps):
    """Train a tanh net whose weights all begin as value, its biases as 0. X: (N, n_in); t: (N,).

    hidden: number of hidden units; t holds classes 0, 1, ... Returns W1 (n_in, hidden) afterwards.
    """
    classes = t.max() + 1
    params = {
        "W1": np.full((X.shape[1], hidden), value),
        "b1": np.zeros(hidden),
        "W2": np.full((hidden, classes), value),
        "b2": np.zeros(classes),
    }
    for _ in range(steps):
        grads = two_layer_gradients(X, t, params)[1]
        params = {name: params[name] - lr * grads[name] for name in params}
    return params["W1"]
