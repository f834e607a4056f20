# points: 2.0
# mistake: one-bias-for-the-layer
# message: one bias of its own
def affine_forward(X, W, b):
    """The weighted sums of a layer. X: (N, n_in); W: (n_in, n_out); b: (n_out,).

    Returns (Z, cache): Z is (N, n_out); cache is whatever affine_backward needs.
    """
    return X @ W + b[0], (X, W)


def affine_backward(dZ, cache):
    """Back through the layer. dZ: (N, n_out). Returns (dX, dW, db), shaped like X, W and b."""
    X, W = cache
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=0)
