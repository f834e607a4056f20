# points: 0.0
# mistake: bias-not-updated
# message: bias
def train_perceptron(X, t, w0, max_epochs=100):
    """Learn until an epoch without error. X: (N, d + 1), X[:, 0] is 1; t: (N,); w0: (d + 1,).

    Returns (w, updates): the final weights (d + 1,) and how often they were changed, an int.
    """
    w, updates = w0, 0
    for epoch in range(max_epochs):
        errors = 0
        for x, target in zip(X, t):
            y = step(w @ x)
            if y != target:
                w = np.append(w[:1], w[1:] + (target - y) * x[1:])
                errors += 1
        updates += errors
        if errors == 0:
            break
    return w, updates
