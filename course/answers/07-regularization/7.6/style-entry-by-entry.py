# points: 2.0
def batchnorm_backward(dout, cache):
    """Back through batch norm in training. dout: (N, D). Returns (dZ, dgamma, dbeta)."""
    normal, std, gamma = cache
    N, D = dout.shape
    dbeta = [sum(dout[i, d] for i in range(N)) for d in range(D)]
    dgamma = [sum(dout[i, d] * normal[i, d] for i in range(N)) for d in range(D)]
    dZ = np.empty((N, D))
    for i in range(N):
        for d in range(D):
            inner = N * dout[i, d] - dbeta[d] - normal[i, d] * dgamma[d]
            dZ[i, d] = gamma[d] * inner / (N * std[d])
    return dZ, np.array(dgamma), np.array(dbeta)
