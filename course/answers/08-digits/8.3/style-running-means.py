# points: 8.0
def train(model, X, t, optimizer, epochs, batch_size, rng):
    """The history is the mean over the samples as they went by."""
    N = X.shape[0]
    history = dict(loss=[], accuracy=[])
    for epoch in progress(range(epochs)):
        X_mixed, t_mixed = X.copy(), t.copy()
        order = np.argsort(rng.random(N))
        X_mixed, t_mixed = X_mixed[order], t_mixed[order]
        losses, right = 0.0, 0
        for first in range(0, N, batch_size):
            X_batch, t_batch = X_mixed[first : first + batch_size], t_mixed[first : first + batch_size]
            losses += model.loss(X_batch, t_batch) * len(t_batch)
            right += np.sum(np.argmax(model.forward(X_batch), axis=1) == t_batch)
            slopes = model.gradients(X_batch, t_batch)
            optimizer.step(model.params, slopes)
        history["loss"].append(losses / N)
        history["accuracy"].append(right / N)
    return history
