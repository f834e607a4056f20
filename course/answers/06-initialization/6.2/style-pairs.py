# points: 3.0
def distinct_units(W, tol=1e-8):
    """How many different units W (n_in, n_out) has. Units are columns; returns an int.

    Two units are the same if no weight differs by more than tol.
    """
    count = 0
    for j in range(W.shape[1]):
        new = True
        for i in range(j):
            if np.abs(W[:, i] - W[:, j]).max() <= tol:
                new = False
        count += new
    return int(count)


def train_constant(X, t, hidden, value, lr, steps):
    """Train a tanh net whose weights all begin as value, its biases as 0. X: (N, n_in); t: (N,).

    hidden: number of hidden units; t holds classes 0, 1, ... Returns W1 (n_in, hidden) afterwards.
    """
    W1, W2 = value * np.ones((X.shape[1], hidden)), value * np.ones((hidden, len(set(t.tolist()))))
    b1, b2 = np.zeros(hidden), np.zeros(W2.shape[1])
    for _ in range(steps):
        _, g = two_layer_gradients(X, t, {"W1": W1, "b1": b1, "W2": W2, "b2": b2})
        W1, b1 = W1 - lr * g["W1"], b1 - lr * g["b1"]
        W2, b2 = W2 - lr * g["W2"], b2 - lr * g["b2"]
    return W1
