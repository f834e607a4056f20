# points: 1.0
# mistake: whole-epoch-at-once
# message: at once
def train_perceptron(X, t, w0, max_epochs=100):
    """Learn until an epoch without error. X: (N, d + 1), X[:, 0] is 1; t: (N,); w0: (d + 1,).

    Returns (w, updates): the final weights (d + 1,) and how often they were changed, an int.
    """
    w, updates = w0, 0
    for epoch in range(max_epochs):
        errors = t - step(X @ w)
        if not errors.any():
            break
        w = w + errors @ X
        updates += int(np.abs(errors).sum())
    return w, updates
