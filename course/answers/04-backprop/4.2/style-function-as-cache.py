# points: 3.0
def affine_forward(X, W, b):
    """The weighted sums of a layer. X: (N, n_in); W: (n_in, n_out); b: (n_out,).

    Returns (Z, cache): Z is (N, n_out); cache is whatever affine_backward needs.
    """
    def back(dZ):
        return [np.matmul(dZ, W.transpose()), np.matmul(X.transpose(), dZ), np.add.reduce(dZ)]

    return np.matmul(X, W) + b, back


def affine_backward(dZ, cache):
    """Back through the layer. dZ: (N, n_out). Returns (dX, dW, db), shaped like X, W and b."""
    return cache(dZ)
