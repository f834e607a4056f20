# points: 1.0
def coupled_recurrence(a1, b1, n):
    W = np.array([[1, 2, 2], [2, 3, 1], [0, 0, 1]], dtype=float)
    return tuple((np.linalg.matrix_power(W, n - 1) @ np.array([a1, b1, 1.0]))[:2])
