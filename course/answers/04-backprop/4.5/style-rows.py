# points: 2.0
def softmax_cross_entropy_backward(P, t):
    """Slopes of the mean cross-entropy by the scores. P: (N, K); t: (N,) ints. Returns (N, K)."""
    rows = []
    for p, label in zip(P, t):
        d = np.array(p)
        d[label] = d[label] - 1
        rows.append(d)
    return np.stack(rows) / len(rows)
