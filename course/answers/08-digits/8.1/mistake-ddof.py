# points: 2.5
# mistake: ddof
# message: N - 1
def prepare(X, t, rng, test_fraction=0.2):
    """Shuffle, split, and standardise each pixel by the training rows. X: (N, d); t: (N,).

    Returns (X_train, t_train, X_test, t_test); about N * test_fraction rows are for the test.
    """
    order = rng.permutation(len(X))
    cut = int(len(X) * test_fraction)
    test, train = order[:cut], order[cut:]
    mean, spread = X[train].mean(axis=0), X[train].std(axis=0, ddof=1)
    Z = (X - mean) / np.where(spread > 0, spread, 1)
    return Z[train], t[train], Z[test], t[test]


def accuracy(P, t):
    """The share of right answers, 0 to 1. P: (N, K) probabilities; t: (N,) labels."""
    return np.mean(P.argmax(axis=1) == t)
