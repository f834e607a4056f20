# points: 0.0
# mistake: writes-into-X
# message: has overwritten
def activation_stats(X, weights, activation):
    """Mean and standard deviation of all entries after each layer's activation, without biases.

    X: (N, n); weights: L matrices; activation: function of an array. Returns (L, 2).
    """
    A, rows = X, []
    for W in weights:
        if A.shape[1] == W.shape[1]:
            A[:] = activation(A @ W)
        else:
            A = activation(A @ W)
        rows.append([np.mean(A), np.std(A)])
    return np.array(rows)
