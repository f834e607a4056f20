# points: 1.5
# mistake: shares-without-powers
# message: shares of the scores themselves
def softmax(Z):
    """Probabilities from scores, over the last axis. Z: (..., K). Returns P, shaped like Z."""
    return Z / Z.sum(axis=-1, keepdims=True)


def cross_entropy(P, t):
    """Mean of -log of the true classes' probabilities. P: (N, K); t: (N,) ints. A number."""
    return -np.mean(np.log(P[np.arange(len(t)), t]))
