# points: 2.0
def softmax_cross_entropy_backward(P, t):
    """Slopes of the mean cross-entropy by the scores. P: (N, K); t: (N,) ints. Returns (N, K)."""
    dZ = np.empty(P.shape)
    for i in range(P.shape[0]):
        for k in range(P.shape[1]):
            target = 1.0 if t[i] == k else 0.0
            dZ[i, k] = (P[i, k] - target) / P.shape[0]
    return dZ
