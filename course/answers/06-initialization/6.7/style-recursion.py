# points: 3.0
def gradient_norms(X, weights, activation, d_activation):
    """Frobenius norm of dL/dW for each layer, where L is the sum of all outputs. Returns (L,).

    X: (N, n); weights: L matrices, no biases; every layer is activated, the last one too.
    d_activation(z) is the slope of activation at z.
    """

    def back(A, rest):
        """Norms of these layers, and the slope that they hand to the layer before."""
        if len(rest) == 0:
            return [], np.ones_like(A)
        Z = A @ rest[0]
        norms, dA = back(activation(Z), rest[1:])
        dZ = dA * d_activation(Z)
        return [np.sqrt(np.sum((A.T @ dZ) ** 2)), *norms], dZ @ rest[0].T

    return np.array(back(X, list(weights))[0])
