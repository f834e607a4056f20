# points: 4.0
# mistake: running-mean-only
# message: keeps its old variance
def batchnorm_forward(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Normalise the columns of Z, (N, D), then stretch by gamma and shift by beta, both (D,).

    running: dict with mean and var, both (D,); training changes it in place, testing uses it.
    Returns (out, cache): out is (N, D), cache is whatever batchnorm_backward needs.
    """
    if training:
        mean, var = Z.mean(axis=0), Z.var(axis=0)
        running["mean"] = momentum * running["mean"] + (1 - momentum) * mean
    else:
        mean, var = running["mean"], running["var"]
    std = np.sqrt(var + eps)
    normal = (Z - mean) / std
    return gamma * normal + beta, (normal, std, gamma)
