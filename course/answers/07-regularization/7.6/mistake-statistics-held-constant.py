# points: 1.0
# mistake: statistics-held-constant
# message: as if mean and variance were constants
def batchnorm_backward(dout, cache):
    """Back through batch norm in training. dout: (N, D). Returns (dZ, dgamma, dbeta)."""
    normal, std, gamma = cache
    dgamma, dbeta = (dout * normal).sum(axis=0), dout.sum(axis=0)
    dZ = gamma / std * dout
    return dZ, dgamma, dbeta
