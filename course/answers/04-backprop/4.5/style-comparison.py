# points: 2.0
def softmax_cross_entropy_backward(P, t):
    """Slopes of the mean cross-entropy by the scores. P: (N, K); t: (N,) ints. Returns (N, K)."""
    wanted = np.arange(P.shape[1]) == t[:, None]
    return np.where(wanted, P - 1, P) / t.size
