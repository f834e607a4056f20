# points: 4.0
def activation_stats(X, weights, activation):
    """Mean and standard deviation of all entries after each layer's activation, without biases.

    X: (N, n); weights: L matrices; activation: function of an array. Returns (L, 2).
    """
    signals = [X]
    for W in weights:
        signals.append(activation(np.einsum("ni,io->no", signals[-1], W)))
    means = np.array([S.mean() for S in signals[1:]])
    squares = np.array([(S**2).mean() for S in signals[1:]])
    return np.stack([means, np.sqrt(squares - means**2)], axis=1)
