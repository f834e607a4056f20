# points: 5.0
def batchnorm_forward(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Normalise the columns of Z, (N, D), then stretch by gamma and shift by beta, both (D,).

    running: dict with mean and var, both (D,); training changes it in place, testing uses it.
    Returns (out, cache): out is (N, D), cache is whatever batchnorm_backward needs.
    """
    columns = Z.T
    if training:
        batch = {"mean": np.einsum("nd->d", Z) / Z.shape[0]}
        batch["var"] = np.array([np.mean((c - c.mean()) ** 2) for c in columns])
        for key in batch:
            running[key][...] = momentum * running[key] + (1.0 - momentum) * batch[key]
    else:
        batch = {key: np.copy(running[key]) for key in ("mean", "var")}
    std = np.power(batch["var"] + eps, 0.5)[:, None]
    normal = (columns - batch["mean"][:, None]) / std
    return (normal * gamma[:, None] + beta[:, None]).T, (normal.T, std[:, 0], gamma)
