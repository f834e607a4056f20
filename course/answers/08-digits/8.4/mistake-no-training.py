# points: 2.0
# mistake: no-training
# message: before it has learned
def sanity(model, X, t, rng):
    """Two questions to a fresh model, before a long training. t: (N,), ten classes.

    Returns (start_ok, overfits), two truth values. The model may be changed.
    """
    start_ok = abs(model.loss(X, t) - np.log(10)) < 0.1
    some = rng.permutation(len(X))[:20]
    optimizer = Adam(0.02)
    for _ in range(20):
        model.gradients(X[some], t[some])
    return start_ok, accuracy(model.forward(X[some]), t[some]) == 1
