# points: 1.0
# mistake: one-update-an-epoch
# message: starts again
def train_perceptron(X, t, w0, max_epochs=100):
    """Learn until an epoch without error. X: (N, d + 1), X[:, 0] is 1; t: (N,); w0: (d + 1,).

    Returns (w, updates): the final weights (d + 1,) and how often they were changed, an int.
    """
    w, updates = w0, 0
    for epoch in range(max_epochs):
        wrong = np.flatnonzero(step(X @ w) != t)
        if len(wrong) == 0:
            break
        w = perceptron_update(w, X[wrong[0]], t[wrong[0]])
        updates += 1
    return w, updates
