# points: 8.0
def minibatches(X, t, batch_size, rng):
    rows = np.arange(len(t))
    rng.shuffle(rows)
    for part in np.split(rows, range(batch_size, len(rows), batch_size)):
        yield X[part], t[part]


def train(model, X, t, optimizer, epochs, batch_size, rng):
    losses, accuracies = [], []
    for _ in range(epochs):
        for X_part, t_part in minibatches(X, t, batch_size, rng):
            optimizer.step(model.params, grads=model.gradients(X_part, t_part))
        P = model.forward(X)
        losses.append(float(-np.mean(np.log(P[range(len(t)), t]))))
        accuracies.append(float(np.mean(P.argmax(1) == t)))
    return {"loss": losses, "accuracy": accuracies}
