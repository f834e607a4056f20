# points: 1.0
# mistake: dgamma-without-normal
# message: dgamma equals dbeta
def batchnorm_backward(dout, cache):
    """Back through batch norm in training. dout: (N, D). Returns (dZ, dgamma, dbeta)."""
    normal, std, gamma = cache
    dgamma, dbeta = dout.sum(axis=0), dout.sum(axis=0)
    dZ = gamma / std * (dout - dout.mean(axis=0) - normal * (dout * normal).mean(axis=0))
    return dZ, dgamma, dbeta
