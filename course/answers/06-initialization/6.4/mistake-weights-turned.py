# points: 0.0
# mistake: weights-turned
# message: on its side
def activation_stats(X, weights, activation):
    """Mean and standard deviation of all entries after each layer's activation, without biases.

    X: (N, n); weights: L matrices; activation: function of an array. Returns (L, 2).
    """
    A, rows = X, []
    for W in weights:
        A = activation(A @ W.T)
        rows.append([np.mean(A), np.std(A)])
    return np.array(rows)
