# points: 1.0
# mistake: dw-transposed
# message: rows and columns exchanged
def affine_forward(X, W, b):
    """The weighted sums of a layer. X: (N, n_in); W: (n_in, n_out); b: (n_out,).

    Returns (Z, cache): Z is (N, n_out); cache is whatever affine_backward needs.
    """
    return X @ W + b, (X, W)


def affine_backward(dZ, cache):
    """Back through the layer. dZ: (N, n_out). Returns (dX, dW, db), shaped like X, W and b."""
    X, W = cache
    return dZ @ W.T, dZ.T @ X, dZ.sum(axis=0)
