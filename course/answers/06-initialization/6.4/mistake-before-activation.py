# points: 0.0
# mistake: before-activation
# message: before the activation
def activation_stats(X, weights, activation):
    """Mean and standard deviation of all entries after each layer's activation, without biases.

    X: (N, n); weights: L matrices; activation: function of an array. Returns (L, 2).
    """
    A, rows = X, []
    for W in weights:
        Z = A @ W
        rows.append([np.mean(Z), np.std(Z)])
        A = activation(Z)
    return np.array(rows)
