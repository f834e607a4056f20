# points: 1.0
# mistake: gradients-summed-over-columns
# message: one number for each sample
def batchnorm_backward(dout, cache):
    """Back through batch norm in training. dout: (N, D). Returns (dZ, dgamma, dbeta)."""
    normal, std, gamma = cache
    dgamma, dbeta = (dout * normal).sum(axis=1), dout.sum(axis=1)
    dZ = gamma / std * (dout - dout.mean(axis=0) - normal * (dout * normal).mean(axis=0))
    return dZ, dgamma, dbeta
