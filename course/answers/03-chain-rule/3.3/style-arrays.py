# points: 2.0
def square_of_sum(x, y):
    inputs = np.array([x, y], dtype=float)
    w = inputs @ np.ones(2)
    slopes = np.full(2, w) + np.full(2, w)
    return np.array([w * w, *slopes])
