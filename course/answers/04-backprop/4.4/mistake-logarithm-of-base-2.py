# points: 1.5
# mistake: logarithm-of-base-2
# message: base 2
def softmax(Z):
    """Probabilities from scores, over the last axis. Z: (..., K). Returns P, shaped like Z."""
    E = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return E / E.sum(axis=-1, keepdims=True)


def cross_entropy(P, t):
    """Mean of -log of the true classes' probabilities. P: (N, K); t: (N,) ints. A number."""
    return -np.mean(np.log2(P[np.arange(len(t)), t]))
