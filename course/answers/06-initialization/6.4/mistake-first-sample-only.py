# points: 0.0
# mistake: first-sample-only
# message: first sample
def activation_stats(X, weights, activation):
    """Mean and standard deviation of all entries after each layer's activation, without biases.

    X: (N, n); weights: L matrices; activation: function of an array. Returns (L, 2).
    """
    A, rows = X, []
    for W in weights:
        A = activation(A @ W)
        rows.append([np.mean(A[0]), np.std(A[0])])
    return np.array(rows)
