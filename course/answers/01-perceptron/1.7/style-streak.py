# points: 3.0
def train_perceptron(X, t, w0, max_epochs=100):
    """Learn until an epoch without error. X: (N, d + 1), X[:, 0] is 1; t: (N,); w0: (d + 1,).

    Returns (w, updates): the final weights (d + 1,) and how often they were changed, an int.
    """
    w, updates, right_in_a_row = w0.copy(), 0, 0
    for k in range(max_epochs * len(X)):
        i = k % len(X)
        if step(w @ X[i]) == t[i]:
            right_in_a_row += 1
        else:
            w = perceptron_update(w, X[i], t[i])
            updates, right_in_a_row = updates + 1, 0
        if right_in_a_row == len(X):
            break
    return w, updates
