# points: 2.0
# mistake: ignores-max-epochs
# message: max_epochs
def train_perceptron(X, t, w0, max_epochs=100):
    """Learn until an epoch without error. X: (N, d + 1), X[:, 0] is 1; t: (N,); w0: (d + 1,).

    Returns (w, updates): the final weights (d + 1,) and how often they were changed, an int.
    """
    w, updates, errors = w0, 0, 1
    while errors:
        errors = 0
        for x, target in zip(X, t):
            if step(w @ x) != target:
                w = perceptron_update(w, x, target)
                errors += 1
        updates += errors
    return w, updates
