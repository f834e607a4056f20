# points: 1.0
# mistake: empty-batch
# message: empty
def minibatches(X, t, batch_size, rng):
    """Yield (X_batch, t_batch), every sample once, in an order drawn from rng.

    X: (N, d); t: (N,); rng: np.random.Generator. The last batch holds what is left over.
    """
    order = rng.permutation(len(X))
    for number in range(len(X) // batch_size + 1):
        chosen = order[number * batch_size : (number + 1) * batch_size]
        yield X[chosen], t[chosen]
