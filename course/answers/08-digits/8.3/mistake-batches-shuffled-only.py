# points: 3.5
# mistake: batches-shuffled-only
# message: always meet
def train(model, X, t, optimizer, epochs, batch_size, rng):
    """Mini-batch training of model on X, (N, d), and t, (N,); every epoch in a new order.

    Returns history: {"loss": [...], "accuracy": [...]}, on all of X and t after each epoch.
    """
    history = {"loss": [], "accuracy": []}
    for _ in progress(range(epochs), label="training"):
        starts = rng.permutation(np.arange(0, len(X), batch_size))
        for start in starts:
            batch = np.arange(start, min(start + batch_size, len(X)))
            optimizer.step(model.params, model.gradients(X[batch], t[batch]))
        history["loss"].append(model.loss(X, t))
        history["accuracy"].append(accuracy(model.forward(X), t))
    return history
