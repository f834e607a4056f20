# points: 0.0
# mistake: weights-not-turned
# message: turned on their side
def gradient_norms(X, weights, activation, d_activation):
    """Frobenius norm of dL/dW for each layer, where L is the sum of all outputs. Returns (L,).

    X: (N, n); weights: L matrices, no biases; every layer is activated, the last one too.
    d_activation(z) is the slope of activation at z.
    """
    sums, signals = [], [X]
    for W in weights:
        sums.append(signals[-1] @ W)
        signals.append(activation(sums[-1]))
    dA, norms = np.ones(signals[-1].shape), []
    for layer in reversed(range(len(weights))):
        dZ = dA * d_activation(sums[layer])
        norms.append(np.linalg.norm(signals[layer].T @ dZ))
        dA = dZ @ weights[layer]
    return np.array(norms[::-1])
