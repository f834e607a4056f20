# points: 3.0
def train_perceptron(X, t, w0, max_epochs=100):
    """Learn until an epoch without error. X: (N, d + 1), X[:, 0] is 1; t: (N,); w0: (d + 1,).

    Returns (w, updates): the final weights (d + 1,) and how often they were changed, an int.
    """
    w = np.array(w0, dtype=float)
    updates = 0
    for _ in range(max_epochs):
        before = updates
        for i in range(len(X)):
            error = t[i] - (1 if np.dot(X[i], w) >= 0 else 0)
            w = w + error * X[i]
            updates += abs(int(error))
        if updates == before:
            return w, updates
    return w, updates
