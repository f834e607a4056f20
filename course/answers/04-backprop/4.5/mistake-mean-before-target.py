# points: 0.0
# mistake: mean-before-target
# message: the 1 itself
def softmax_cross_entropy_backward(P, t):
    """Slopes of the mean cross-entropy by the scores. P: (N, K); t: (N,) ints. Returns (N, K)."""
    dZ = P / len(t)
    dZ[np.arange(len(t)), t] -= 1
    return dZ
