# points: 3.0
def gradient_norms(X, weights, activation, d_activation):
    """Frobenius norm of dL/dW for each layer, where L is the sum of all outputs. Returns (L,).

    X: (N, n); weights: L matrices, no biases; every layer is activated, the last one too.
    d_activation(z) is the slope of activation at z.
    """
    grads = [np.zeros(np.shape(W)) for W in weights]
    for x in X:
        inputs, sums = [], []
        for W in weights:
            inputs.append(x)
            sums.append(x @ W)
            x = activation(sums[-1])
        delta = np.ones(len(x))
        for l in range(len(weights) - 1, -1, -1):
            delta = delta * d_activation(sums[l])
            grads[l] += np.outer(inputs[l], delta)
            delta = weights[l] @ delta
    return np.array([(g**2).sum() ** 0.5 for g in grads])
