# points: 0.0
# mistake: true-class-only
# message: only the true class
def softmax_cross_entropy_backward(P, t):
    """Slopes of the mean cross-entropy by the scores. P: (N, K); t: (N,) ints. Returns (N, K)."""
    dZ = np.zeros(P.shape)
    dZ[np.arange(len(t)), t] = P[np.arange(len(t)), t] - 1
    return dZ / len(t)
