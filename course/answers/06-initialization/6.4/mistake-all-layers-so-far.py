# points: 0.0
# mistake: all-layers-so-far
# message: adds to those before
def activation_stats(X, weights, activation):
    """Mean and standard deviation of all entries after each layer's activation, without biases.

    X: (N, n); weights: L matrices; activation: function of an array. Returns (L, 2).
    """
    A, rows, seen = X, [], np.array([])
    for W in weights:
        A = activation(A @ W)
        seen = np.append(seen, A)
        rows.append([np.mean(seen), np.std(seen)])
    return np.array(rows)
