# points: 4.0
def activation_stats(X, weights, activation):
    """Mean and standard deviation of all entries after each layer's activation, without biases.

    X: (N, n); weights: L matrices; activation: function of an array. Returns (L, 2).
    """

    def signals(A):
        for W in weights:
            A = activation(A.dot(W))
            yield A

    return np.array([(np.average(A), np.var(A) ** 0.5) for A in signals(np.array(X))])
