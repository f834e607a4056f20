# points: 0.0
# mistake: targets-not-taken-off
# message: targets never enter
def softmax_cross_entropy_backward(P, t):
    """Slopes of the mean cross-entropy by the scores. P: (N, K); t: (N,) ints. Returns (N, K)."""
    dZ = P.copy()
    return dZ / len(t)
