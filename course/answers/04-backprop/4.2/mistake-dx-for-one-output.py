# points: 1.0
# mistake: dx-for-one-output
# message: every output
def affine_forward(X, W, b):
    """The weighted sums of a layer. X: (N, n_in); W: (n_in, n_out); b: (n_out,).

    Returns (Z, cache): Z is (N, n_out); cache is whatever affine_backward needs.
    """
    return X @ W + b, (X, W)


def affine_backward(dZ, cache):
    """Back through the layer. dZ: (N, n_out). Returns (dX, dW, db), shaped like X, W and b."""
    X, W = cache
    return dZ[:, :1] @ W[:, :1].T, X.T @ dZ, dZ.sum(axis=0)
