# points: 3.0
def train_perceptron(X, t, w0, max_epochs=100):
    """Learn until an epoch without error. X: (N, d + 1), X[:, 0] is 1; t: (N,); w0: (d + 1,).

    Returns (w, updates): the final weights (d + 1,) and how often they were changed, an int.
    """
    w, history, start, epoch = w0.copy(), [], 0, 0
    while epoch < max_epochs:
        wrong = np.flatnonzero(step(X[start:] @ w) != t[start:])
        if len(wrong) == 0:
            if start == 0:
                break
            start, epoch = 0, epoch + 1
            continue
        k = start + wrong[0]
        w = perceptron_update(w, X[k], t[k])
        history.append(k)
        start = k + 1
        if start == len(X):
            start, epoch = 0, epoch + 1
    return w, len(history)
