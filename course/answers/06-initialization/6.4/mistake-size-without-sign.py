# points: 2.0
# mistake: size-without-sign
# message: without their signs
def activation_stats(X, weights, activation):
    """Mean and standard deviation of all entries after each layer's activation, without biases.

    X: (N, n); weights: L matrices; activation: function of an array. Returns (L, 2).
    """
    A, rows = X, []
    for W in weights:
        A = activation(A @ W)
        rows.append([np.mean(np.abs(A)), np.std(A)])
    return np.array(rows)
