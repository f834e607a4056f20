# points: 2.0
def batchnorm_backward(dout, cache):
    """Back through batch norm in training. dout: (N, D). Returns (dZ, dgamma, dbeta)."""
    normal, std, gamma = cache
    N = dout.shape[0]
    dnormal = dout * gamma
    dvar = np.sum(dnormal * normal * std * -0.5 / std**3, axis=0)
    dmean = np.sum(-dnormal / std, axis=0)
    dZ = dnormal / std + dvar * 2 * normal * std / N + dmean / N
    return dZ, np.sum(dout * normal, axis=0), np.sum(dout, axis=0)
