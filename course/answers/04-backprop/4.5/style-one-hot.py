# points: 2.0
def softmax_cross_entropy_backward(P, t):
    """Slopes of the mean cross-entropy by the scores. P: (N, K); t: (N,) ints. Returns (N, K)."""
    return (P - np.eye(P.shape[1])[t]) / len(P)
