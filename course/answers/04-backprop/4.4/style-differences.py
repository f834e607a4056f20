# points: 3.0
def softmax(Z):
    """Probabilities from scores, over the last axis. Z: (..., K). Returns P, shaped like Z."""
    gaps = Z[..., None, :] - Z[..., :, None]
    return 1 / np.exp(np.minimum(gaps, 700)).sum(axis=-1)


def cross_entropy(P, t):
    """Mean of -log of the true classes' probabilities. P: (N, K); t: (N,) ints. A number."""
    onehot = np.eye(P.shape[1])[t]
    return -np.sum(onehot * np.log(P + 1e-15)) / len(P)
