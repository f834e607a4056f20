# points: 2.0
# mistake: counts-last-epoch
# message: last epoch
def train_perceptron(X, t, w0, max_epochs=100):
    """Learn until an epoch without error. X: (N, d + 1), X[:, 0] is 1; t: (N,); w0: (d + 1,).

    Returns (w, updates): the final weights (d + 1,) and how often they were changed, an int.
    """
    w = w0
    for epoch in range(max_epochs):
        updates = 0
        for x, target in zip(X, t):
            if step(w @ x) != target:
                w = perceptron_update(w, x, target)
                updates += 1
        if updates == 0:
            break
    return w, updates
