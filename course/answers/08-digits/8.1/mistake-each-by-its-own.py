# points: 2.5
# mistake: each-by-its-own
# message: each by its own
def prepare(X, t, rng, test_fraction=0.2):
    """Shuffle, split, and standardise each pixel by the training rows. X: (N, d); t: (N,).

    Returns (X_train, t_train, X_test, t_test); about N * test_fraction rows are for the test.
    """
    order = rng.permutation(len(X))
    cut = int(len(X) * test_fraction)
    test, train = order[:cut], order[cut:]
    parts = []
    for rows in (train, test):
        spread = X[rows].std(axis=0)
        parts += [(X[rows] - X[rows].mean(axis=0)) / np.where(spread > 0, spread, 1), t[rows]]
    return tuple(parts)


def accuracy(P, t):
    """The share of right answers, 0 to 1. P: (N, K) probabilities; t: (N,) labels."""
    return np.mean(P.argmax(axis=1) == t)
