# points: 3.0
def train_perceptron(X, t, w0, max_epochs=100):
    """Learn until an epoch without error. X: (N, d + 1), X[:, 0] is 1; t: (N,); w0: (d + 1,).

    Returns (w, updates): the final weights (d + 1,) and how often they were changed, an int.
    """
    if max_epochs == 0:
        return w0, 0
    w, changed = w0, 0
    for x, target in zip(X, t):
        w_new = perceptron_update(w, x, target)
        changed += int(np.any(w_new != w))
        w = w_new
    if changed == 0:
        return w, 0
    w, more = train_perceptron(X, t, w, max_epochs - 1)
    return w, changed + more
