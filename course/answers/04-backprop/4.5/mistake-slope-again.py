# points: 0.0
# mistake: slope-again
# message: P (1 - P)
def softmax_cross_entropy_backward(P, t):
    """Slopes of the mean cross-entropy by the scores. P: (N, K); t: (N,) ints. Returns (N, K)."""
    dZ = P.copy()
    dZ[np.arange(len(t)), t] -= 1
    return dZ * P * (1 - P) / len(t)
