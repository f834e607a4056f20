# points: 8.0
def train(model, X, t, optimizer, epochs, batch_size, rng):
    loss, share = np.zeros(epochs), np.zeros(epochs)
    params = model.params
    epoch = 0
    while epoch < epochs:
        left = list(rng.permutation(len(t)))
        while left:
            taken, left = left[:batch_size], left[batch_size:]
            optimizer.step(params, model.gradients(X[taken], t[taken]))
        loss[epoch], share[epoch] = model.loss(X, t), accuracy(model.forward(X), t)
        epoch += 1
    return {"accuracy": share.tolist(), "loss": loss.tolist()}
