# points: 4.0
def activation_stats(X, weights, activation):
    """Mean and standard deviation of all entries after each layer's activation, without biases.

    X: (N, n); weights: L matrices; activation: function of an array. Returns (L, 2).
    """
    signals = [row for row in X]
    rows = []
    for W in weights:
        signals = [activation(W.T @ signal) for signal in signals]
        entries = np.concatenate(signals)
        mean = entries.sum() / entries.size
        rows.append((mean, ((entries - mean) ** 2).mean() ** 0.5))
    return np.array(rows)
