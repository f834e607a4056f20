# points: 0.0
# mistake: norms-of-weights
# message: the weights themselves
def gradient_norms(X, weights, activation, d_activation):
    """Frobenius norm of dL/dW for each layer, where L is the sum of all outputs. Returns (L,).

    X: (N, n); weights: L matrices, no biases; every layer is activated, the last one too.
    d_activation(z) is the slope of activation at z.
    """
    return np.array([np.linalg.norm(W) for W in weights])
