# points: 3.0
def distinct_units(W, tol=1e-8):
    """How many different units W (n_in, n_out) has. Units are columns; returns an int.

    Two units are the same if no weight differs by more than tol.
    """
    gaps = np.abs(W[:, :, None] - W[:, None, :]).max(axis=0)
    return int(np.sum(~np.triu(gaps <= tol, 1).any(axis=0)))


def train_constant(X, t, hidden, value, lr, steps):
    """Train a tanh net whose weights all begin as value, its biases as 0. X: (N, n_in); t: (N,).

    hidden: number of hidden units; t holds classes 0, 1, ... Returns W1 (n_in, hidden) afterwards.
    """
    params = {"W1": np.zeros((X.shape[1], hidden)), "b1": np.zeros(hidden)}
    params |= {"W2": np.zeros((hidden, 1 + max(t))), "b2": np.zeros(1 + max(t))}
    params["W1"] += value
    params["W2"] += value
    while steps > 0:
        _, grads = two_layer_gradients(X, t, params)
        for name in params:
            params[name] -= lr * grads[name]
        steps -= 1
    return params["W1"]
