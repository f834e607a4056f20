# points: 2.5
# mistake: shift-by-overall-maximum
# message: largest score of the whole table
def softmax(Z):
    """Probabilities from scores, over the last axis. Z: (..., K). Returns P, shaped like Z."""
    E = np.exp(Z - Z.max())
    return E / E.sum(axis=-1, keepdims=True)


def cross_entropy(P, t):
    """Mean of -log of the true classes' probabilities. P: (N, K); t: (N,) ints. A number."""
    return -np.mean(np.log(P[np.arange(len(t)), t]))
