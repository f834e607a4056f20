# points: 4.0
def prepare(X, t, rng, test_fraction=0.2):
    """A random number for each row decides; the spread never falls below a tiny floor."""
    order = np.argsort(rng.random(len(t)), kind="stable")
    n_train = len(t) - int(np.floor(test_fraction * len(t)))
    X_train, X_test = np.split(X[order], [n_train])
    t_train, t_test = np.split(t[order], [n_train])
    mu = X_train.sum(axis=0) / n_train
    sigma = np.maximum(np.sqrt(np.square(X_train - mu).sum(axis=0) / n_train), 1e-12)
    return (X_train - mu) / sigma, t_train, (X_test - mu) / sigma, t_test


def accuracy(P, t):
    return float((np.argsort(P, axis=1)[:, -1] == t).sum()) / len(P)
