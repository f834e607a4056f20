# points: 1.0
# mistake: shuffles
# message: order
def train_perceptron(X, t, w0, max_epochs=100):
    """Learn until an epoch without error. X: (N, d + 1), X[:, 0] is 1; t: (N,); w0: (d + 1,).

    Returns (w, updates): the final weights (d + 1,) and how often they were changed, an int.
    """
    rng = np.random.default_rng(0)
    w, updates = w0, 0
    for epoch in range(max_epochs):
        errors = 0
        for i in rng.permutation(len(X)):
            if step(w @ X[i]) != t[i]:
                w = perceptron_update(w, X[i], t[i])
                errors += 1
        updates += errors
        if errors == 0:
            break
    return w, updates
