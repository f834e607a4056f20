# points: 4.0
def prepare(X, t, rng, test_fraction=0.2):
    rows = list(range(len(X)))
    rng.shuffle(rows)
    n_test = round(len(rows) * test_fraction)
    held_back, kept = np.array(rows[:n_test]), np.array(rows[n_test:])
    X_train, X_test = X[kept].astype(float), X[held_back].astype(float)
    for j in range(X.shape[1]):
        centre, spread = X_train[:, j].mean(), X_train[:, j].std()
        for part in (X_train, X_test):
            part[:, j] -= centre
            if spread > 0:
                part[:, j] /= spread
    return X_train, t[kept], X_test, t[held_back]


def accuracy(P, t):
    right = 0
    for probabilities, label in zip(P, t):
        if list(probabilities).index(max(probabilities)) == label:
            right += 1
    return right / len(t)
