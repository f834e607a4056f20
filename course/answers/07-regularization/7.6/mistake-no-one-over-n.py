# points: 1.0
# mistake: no-one-over-n
# message: Each sample has a share
def batchnorm_backward(dout, cache):
    """Back through batch norm in training. dout: (N, D). Returns (dZ, dgamma, dbeta)."""
    normal, std, gamma = cache
    dgamma, dbeta = (dout * normal).sum(axis=0), dout.sum(axis=0)
    dZ = gamma / std * (dout - dbeta - normal * dgamma)
    return dZ, dgamma, dbeta
