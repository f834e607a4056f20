# points: 2.0
def softmax_cross_entropy_backward(P, t):
    """Slopes of the mean cross-entropy by the scores. P: (N, K); t: (N,) ints. Returns (N, K)."""
    out = []
    for p, label in zip(P, t):
        dP = np.zeros(len(p))
        dP[label] = -1 / p[label]
        out.append((np.diag(p) - np.outer(p, p)) @ dP)
    return np.array(out) / len(out)
