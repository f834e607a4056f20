# points: 0.0
# mistake: in-place
# message: changed its input
def softmax_cross_entropy_backward(P, t):
    """Slopes of the mean cross-entropy by the scores. P: (N, K); t: (N,) ints. Returns (N, K)."""
    dZ = P
    dZ[np.arange(len(t)), t] -= 1
    dZ /= len(t)
    return dZ
