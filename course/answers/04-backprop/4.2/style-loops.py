# points: 3.0
def affine_forward(X, W, b):
    """The weighted sums of a layer. X: (N, n_in); W: (n_in, n_out); b: (n_out,).

    Returns (Z, cache): Z is (N, n_out); cache is whatever affine_backward needs.
    """
    Z = np.zeros((X.shape[0], W.shape[1]))
    for i in range(X.shape[0]):
        for k in range(W.shape[1]):
            Z[i, k] = b[k] + sum(X[i, j] * W[j, k] for j in range(W.shape[0]))
    return Z, {"X": X, "W": W, "b": b}


def affine_backward(dZ, cache):
    """Back through the layer. dZ: (N, n_out). Returns (dX, dW, db), shaped like X, W and b."""
    X, W, b = cache["X"], cache["W"], cache["b"]
    dX, dW, db = np.zeros(X.shape), np.zeros(W.shape), np.zeros(b.shape)
    for i in range(dZ.shape[0]):
        for k in range(dZ.shape[1]):
            db[k] += dZ[i, k]
            for j in range(W.shape[0]):
                dW[j, k] += X[i, j] * dZ[i, k]
                dX[i, j] += dZ[i, k] * W[j, k]
    return dX, dW, db
