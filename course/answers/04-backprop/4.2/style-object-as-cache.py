# points: 3.0
class Kept:
    def __init__(self, X, W):
        self.X, self.W = X, W


def affine_forward(X, W, b):
    """The weighted sums of a layer. X: (N, n_in); W: (n_in, n_out); b: (n_out,).

    Returns (Z, cache): Z is (N, n_out); cache is whatever affine_backward needs.
    """
    return np.dot(X, W) + b[None, :], Kept(X, W)


def affine_backward(dZ, cache):
    """Back through the layer. dZ: (N, n_out). Returns (dX, dW, db), shaped like X, W and b."""
    dX = np.dot(cache.W, dZ.T).T
    dW = np.dot(dZ.T, cache.X).T
    return dX, dW, np.ones(len(dZ)) @ dZ
