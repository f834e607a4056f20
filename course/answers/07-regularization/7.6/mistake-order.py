# points: 1.0
# mistake: order
# message: in this order
def batchnorm_backward(dout, cache):
    """Back through batch norm in training. dout: (N, D). Returns (dZ, dgamma, dbeta)."""
    normal, std, gamma = cache
    dgamma, dbeta = (dout * normal).sum(axis=0), dout.sum(axis=0)
    dZ = gamma / std * (dout - (dbeta + normal * dgamma) / len(dout))
    return dZ, dbeta, dgamma
