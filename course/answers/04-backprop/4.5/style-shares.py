# points: 2.0
def softmax_cross_entropy_backward(P, t):
    """Slopes of the mean cross-entropy by the scores. P: (N, K); t: (N,) ints. Returns (N, K)."""
    dZ = P / len(P)
    np.subtract.at(dZ, (range(len(P)), t), 1 / len(P))
    return dZ
