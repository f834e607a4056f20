# points: 5.0
def batchnorm_forward(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Normalise the columns of Z, (N, D), then stretch by gamma and shift by beta, both (D,).

    running: dict with mean and var, both (D,); training changes it in place, testing uses it.
    Returns (out, cache): out is (N, D), cache is whatever batchnorm_backward needs.
    """
    if not training:
        normal = (Z - running["mean"]) / np.sqrt(running["var"] + eps)
        return normal * gamma + beta, None
    mu = np.sum(Z, axis=0) / len(Z)
    centred = Z - mu
    var = np.sum(centred * centred, axis=0) / len(Z)
    for name, batch in (("mean", mu), ("var", var)):
        running[name] *= momentum
        running[name] += (1 - momentum) * batch
    scale = 1 / np.sqrt(var + eps)
    return gamma * (centred * scale) + beta, {"normal": centred * scale, "scale": scale}
