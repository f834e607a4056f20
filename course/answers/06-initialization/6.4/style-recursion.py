# points: 4.0
def activation_stats(X, weights, activation):
    """Mean and standard deviation of all entries after each layer's activation, without biases.

    X: (N, n); weights: L matrices; activation: function of an array. Returns (L, 2).
    """
    if len(weights) == 0:
        return np.zeros((0, 2))
    A = activation(X @ weights[0])
    return np.vstack([[A.mean(), A.std()], activation_stats(A, weights[1:], activation)])
