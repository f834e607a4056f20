# points: 2.0
# mistake: counts-epochs
# message: epochs
def train_perceptron(X, t, w0, max_epochs=100):
    """Learn until an epoch without error. X: (N, d + 1), X[:, 0] is 1; t: (N,); w0: (d + 1,).

    Returns (w, updates): the final weights (d + 1,) and how often they were changed, an int.
    """
    w, epochs = w0, 0
    for epoch in range(max_epochs):
        errors = 0
        for x, target in zip(X, t):
            if step(w @ x) != target:
                w = perceptron_update(w, x, target)
                errors += 1
        epochs += 1
        if errors == 0:
            break
    return w, epochs
