# points: 3.0
def gradient_norms(X, weights, activation, d_activation):
    """Frobenius norm of dL/dW for each layer, where L is the sum of all outputs. Returns (L,).

    X: (N, n); weights: L matrices, no biases; every layer is activated, the last one too.
    d_activation(z) is the slope of activation at z.
    """
    kept, A = [], X
    for W in weights:
        Z = np.dot(A, W)
        kept.append((A, W, d_activation(Z)))
        A = activation(Z)
    norms, upstream = np.zeros(len(kept)), 1.0
    while kept:
        A, W, slope = kept.pop()
        delta = upstream * slope
        norms[len(kept)] = np.linalg.norm(np.einsum("ni,no->io", A, delta))
        upstream = np.einsum("no,io->ni", delta, W)
    return norms
