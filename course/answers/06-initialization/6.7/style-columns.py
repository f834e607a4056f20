# points: 3.0
def gradient_norms(X, weights, activation, d_activation):
    """Frobenius norm of dL/dW for each layer, where L is the sum of all outputs. Returns (L,).

    X: (N, n); weights: L matrices, no biases; every layer is activated, the last one too.
    d_activation(z) is the slope of activation at z.
    """
    A, sums, signals = X.T, [], [X.T]
    for W in weights:
        sums.append(W.T @ A)
        A = activation(sums[-1])
        signals.append(A)
    dZ = d_activation(sums[-1])
    norms = [np.linalg.norm(dZ @ signals[-2].T)]
    for l in range(len(weights) - 2, -1, -1):
        dZ = (weights[l + 1] @ dZ) * d_activation(sums[l])
        norms.insert(0, np.linalg.norm(dZ @ signals[l].T))
    return np.array(norms)
