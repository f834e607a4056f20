# points: 5.5
# mistake: first-sample-skipped
# message: begins at 0
def train(model, X, t, optimizer, epochs, batch_size, rng):
    """Mini-batch training of model on X, (N, d), and t, (N,); every epoch in a new order.

    Returns history: {"loss": [...], "accuracy": [...]}, on all of X and t after each epoch.
    """
    history = {"loss": [], "accuracy": []}
    for _ in progress(range(epochs), label="training"):
        order = rng.permutation(len(X))
        for start in range(1, len(X), batch_size):
            batch = order[start : start + batch_size]
            optimizer.step(model.params, model.gradients(X[batch], t[batch]))
        history["loss"].append(model.loss(X, t))
        history["accuracy"].append(accuracy(model.forward(X), t))
    return history
