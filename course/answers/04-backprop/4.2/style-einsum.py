# points: 3.0
def affine_forward(X, W, b):
    """The weighted sums of a layer. X: (N, n_in); W: (n_in, n_out); b: (n_out,).

    Returns (Z, cache): Z is (N, n_out); cache is whatever affine_backward needs.
    """
    return np.einsum("ij,jk->ik", X, W) + b, [X.copy(), W.copy()]


def affine_backward(dZ, cache):
    """Back through the layer. dZ: (N, n_out). Returns (dX, dW, db), shaped like X, W and b."""
    X, W = cache
    dX = np.einsum("ik,jk->ij", dZ, W)
    dW = np.einsum("ij,ik->jk", X, dZ)
    return dX, dW, np.einsum("ik->k", dZ)
