# points: 1.0
# mistake: over-the-columns
# message: over the columns
def batchnorm_backward(dout, cache):
    """Back through batch norm in training. dout: (N, D). Returns (dZ, dgamma, dbeta)."""
    normal, std, gamma = cache
    dgamma, dbeta = (dout * normal).sum(axis=0), dout.sum(axis=0)
    dZ = (
        gamma
        / std
        * (
            dout
            - dout.mean(axis=1, keepdims=True)
            - normal * (dout * normal).mean(axis=1, keepdims=True)
        )
    )
    return dZ, dgamma, dbeta
