# points: 1.5
# mistake: over-everything
# message: all entries together add up to 1
def softmax(Z):
    """Probabilities from scores, over the last axis. Z: (..., K). Returns P, shaped like Z."""
    E = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return E / E.sum()


def cross_entropy(P, t):
    """Mean of -log of the true classes' probabilities. P: (N, K); t: (N,) ints. A number."""
    return -np.mean(np.log(P[np.arange(len(t)), t]))
