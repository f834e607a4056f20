# points: 3.0
def train_perceptron(X, t, w0, max_epochs=100):
    """Learn until an epoch without error. X: (N, d + 1), X[:, 0] is 1; t: (N,); w0: (d + 1,).

    Returns (w, updates): the final weights (d + 1,) and how often they were changed, an int.
    """
    w, updates, epoch, learning = w0.copy(), 0, 0, True
    while learning and epoch < max_epochs:
        learning = False
        for x, target in zip(X, t):
            w_new = perceptron_update(w, x, target)
            if not np.array_equal(w_new, w):
                learning, updates = True, updates + 1
            w = w_new
        epoch += 1
    return w, updates
