# points: 0.0
# mistake: labels-as-numbers
# message: as numbers
def softmax_cross_entropy_backward(P, t):
    """Slopes of the mean cross-entropy by the scores. P: (N, K); t: (N,) ints. Returns (N, K)."""
    dZ = P - t[:, None]
    return dZ / len(t)
