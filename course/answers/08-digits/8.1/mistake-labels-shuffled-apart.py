# points: 3.0
# mistake: labels-shuffled-apart
# message: carry the label of another
def prepare(X, t, rng, test_fraction=0.2):
    """Shuffle, split, standardise."""
    X, t = rng.permutation(X), rng.permutation(t)
    cut = int(len(X) * test_fraction)
    mean, spread = X[cut:].mean(axis=0), X[cut:].std(axis=0)
    Z = (X - mean) / np.where(spread > 0, spread, 1)
    return Z[cut:], t[cut:], Z[:cut], t[:cut]


def accuracy(P, t):
    return np.mean(P.argmax(axis=1) == t)
