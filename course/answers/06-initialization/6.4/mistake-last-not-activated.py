# points: 0.0
# mistake: last-not-activated
# message: the last layer
def activation_stats(X, weights, activation):
    """Mean and standard deviation of all entries after each layer's activation, without biases.

    X: (N, n); weights: L matrices; activation: function of an array. Returns (L, 2).
    """
    A, rows = X, []
    for layer, W in enumerate(weights):
        A = A @ W
        if layer < len(weights) - 1:
            A = activation(A)
        rows.append([np.mean(A), np.std(A)])
    return np.array(rows)
