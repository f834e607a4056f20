# points: 2.5
# mistake: ddof-1
# message: N - 1
def batchnorm_forward(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Normalise the columns of Z, (N, D), then stretch by gamma and shift by beta, both (D,).

    running: dict with mean and var, both (D,); training changes it in place, testing uses it.
    Returns (out, cache): out is (N, D), cache is whatever batchnorm_backward needs.
    """
    if training:
        mean, var = Z.mean(axis=0), Z.var(axis=0, ddof=1)
        running["mean"] = momentum * running["mean"] + (1 - momentum) * mean
        running["var"] = momentum * running["var"] + (1 - momentum) * var
    else:
        mean, var = running["mean"], running["var"]
    std = np.sqrt(var + eps)
    normal = (Z - mean) / std
    return gamma * normal + beta, (normal, std, gamma)
