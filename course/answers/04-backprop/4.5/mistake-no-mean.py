# points: 0.0
# mistake: no-mean
# message: too large by the number of rows
def softmax_cross_entropy_backward(P, t):
    """Slopes of the mean cross-entropy by the scores. P: (N, K); t: (N,) ints. Returns (N, K)."""
    dZ = P.copy()
    dZ[np.arange(len(t)), t] -= 1
    return dZ
