# points: 4.0
def activation_stats(X, weights, activation):
    """Mean and standard deviation of all entries after each layer's activation, without biases.

    X: (N, n); weights: L matrices; activation: function of an array. Returns (L, 2).
    """
    A, rows = X, []
    for W in weights:
        A = activation(A @ W)
        rows.append([np.mean(A), np.std(A)])
    return np.array(rows)
