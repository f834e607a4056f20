# points: 0.0
# mistake: slope-by-probability
# message: by the probabilities
def softmax_cross_entropy_backward(P, t):
    """Slopes of the mean cross-entropy by the scores. P: (N, K); t: (N,) ints. Returns (N, K)."""
    dZ = np.zeros(P.shape)
    dZ[np.arange(len(t)), t] = -1 / P[np.arange(len(t)), t]
    return dZ / len(t)
