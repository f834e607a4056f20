# points: 4.0
def activation_stats(X, weights, activation):
    """Mean and standard deviation of all entries after each layer's activation, without biases.

    X: (N, n); weights: L matrices; activation: function of an array. Returns (L, 2).
    """
    table = np.zeros((len(weights), 2))
    for layer, W in enumerate(weights):
        X = activation(np.dot(X, W))
        table[layer] = X.mean(), X.std()
    return table
