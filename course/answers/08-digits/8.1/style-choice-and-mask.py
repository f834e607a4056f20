# points: 4.0
def prepare(X, t, rng, test_fraction=0.2):
    N = X.shape[0]
    chosen = rng.choice(N, size=int(N * test_fraction), replace=False)
    is_test = np.zeros(N, dtype=bool)
    is_test[chosen] = True
    rest = rng.permutation(np.flatnonzero(~is_test))
    squares = np.mean(X[rest] ** 2, axis=0) - np.mean(X[rest], axis=0) ** 2
    scale = np.sqrt(np.maximum(squares, 0))
    scale[scale < 1e-6] = 1.0
    def standardised(rows):
        return (X[rows] - np.mean(X[rest], axis=0)) / scale
    return [standardised(rest), t[rest], standardised(chosen), t[chosen]]


def accuracy(P, t):
    return 1 - np.count_nonzero(np.argmax(P, axis=-1) - t) / t.size
