# points: 2.0
def batchnorm_backward(dout, cache):
    """Back through batch norm in training. dout: (N, D). Returns (dZ, dgamma, dbeta)."""
    normal, std, gamma = cache
    slopes = dout * gamma
    slopes = slopes - slopes.mean(axis=0) - normal * (slopes * normal).mean(axis=0)
    return slopes / std, np.einsum("nd,nd->d", dout, normal), np.ones(len(dout)) @ dout
