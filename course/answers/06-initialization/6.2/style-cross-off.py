# points: 3.0
def distinct_units(W, tol=1e-8):
    """How many different units W (n_in, n_out) has. Units are columns; returns an int.

    Two units are the same if no weight differs by more than tol.
    """
    left, count = list(range(W.shape[1])), 0
    while left:
        first = W[:, left[0]]
        left = [j for j in left if np.max(np.abs(W[:, j] - first)) > tol]
        count += 1
    return count


def train_constant(X, t, hidden, value, lr, steps):
    """Train a tanh net whose weights all begin as value, its biases as 0. X: (N, n_in); t: (N,).

    hidden: number of hidden units; t holds classes 0, 1, ... Returns W1 (n_in, hidden) afterwards.
    """

    def after(steps):
        if steps == 0:
            K = int(np.max(t)) + 1
            return [
                np.full((X.shape[1], hidden), value),
                np.zeros(hidden),
                np.full((hidden, K), value),
                np.zeros(K),
            ]
        before = after(steps - 1)
        grads = two_layer_gradients(X, t, dict(zip(["W1", "b1", "W2", "b2"], before)))[1]
        return [old - lr * grads[key] for key, old in zip(["W1", "b1", "W2", "b2"], before)]

    return after(steps)[0]
