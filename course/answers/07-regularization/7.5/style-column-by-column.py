# points: 5.0
class Kept:
    pass


def batchnorm_forward(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Normalise the columns of Z, (N, D), then stretch by gamma and shift by beta, both (D,).

    running: dict with mean and var, both (D,); training changes it in place, testing uses it.
    Returns (out, cache): out is (N, D), cache is whatever batchnorm_backward needs.
    """
    N, D = Z.shape
    out, kept = np.zeros((N, D)), Kept()
    kept.normal, kept.std, kept.gamma = np.zeros((N, D)), np.zeros(D), gamma
    means, variances = np.array(running["mean"], float), np.array(running["var"], float)
    for d in range(D):
        mean, var = means[d], variances[d]
        if training:
            mean = sum(Z[:, d]) / N
            var = sum((z - mean) ** 2 for z in Z[:, d]) / N
            means[d] = momentum * means[d] + (1 - momentum) * mean
            variances[d] = momentum * variances[d] + (1 - momentum) * var
        kept.std[d] = (var + eps) ** 0.5
        kept.normal[:, d] = (Z[:, d] - mean) / kept.std[d]
        out[:, d] = gamma[d] * kept.normal[:, d] + beta[d]
    if training:
        running.update(mean=means, var=variances)
    return out, kept
