# points: 5.0
def batchnorm_forward(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Normalise the columns of Z, (N, D), then stretch by gamma and shift by beta, both (D,).

    running: dict with mean and var, both (D,); training changes it in place, testing uses it.
    Returns (out, cache): out is (N, D), cache is whatever batchnorm_backward needs.
    """
    mean, var = running["mean"], running["var"]
    if training:
        mean = np.average(Z, axis=0)
        var = np.average(Z**2, axis=0) - mean**2
        running["mean"] = running["mean"] + (1 - momentum) * (mean - running["mean"])
        running["var"] = running["var"] - (1 - momentum) * (running["var"] - var)
    slope = gamma / np.sqrt(var + eps)
    return Z * slope + (beta - mean * slope), lambda: ((Z - mean) / np.sqrt(var + eps), slope)
