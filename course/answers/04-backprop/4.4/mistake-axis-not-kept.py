# points: 1.5
# mistake: axis-not-kept
# message: lost its last axis
def softmax(Z):
    """Probabilities from scores, over the last axis. Z: (..., K). Returns P, shaped like Z."""
    E = np.exp(Z - Z.max())
    return E / E.sum(axis=-1)


def cross_entropy(P, t):
    """Mean of -log of the true classes' probabilities. P: (N, K); t: (N,) ints. A number."""
    return -np.mean(np.log(P[np.arange(len(t)), t]))
