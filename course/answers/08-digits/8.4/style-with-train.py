# points: 4.0
def sanity(model, X, t, rng):
    """With the training loop itself, on the first twenty rows."""
    untrained = model.loss(X, t)
    few, labels = X[:20].copy(), t[:20].copy()
    history = train(model, few, labels, Adam(0.02), epochs=30, batch_size=20, rng=rng)
    return bool(2.2 < untrained < 2.4), max(history["accuracy"]) > 0.99
