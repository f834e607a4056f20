# points: 2.0
def batchnorm_backward(dout, cache):
    """Back through batch norm in training. dout: (N, D). Returns (dZ, dgamma, dbeta)."""
    normal, std, gamma = cache
    N, D = dout.shape
    dZ, dgamma, dbeta = np.zeros((N, D)), np.zeros(D), np.zeros(D)
    for d in range(D):
        x, arriving = normal[:, d], dout[:, d]
        jacobian = (np.eye(N) - 1 / N - np.outer(x, x) / N) * gamma[d] / std[d]
        dZ[:, d] = arriving @ jacobian
        dgamma[d], dbeta[d] = x @ arriving, arriving.sum()
    return dZ, dgamma, dbeta
