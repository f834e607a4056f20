# points: 4.0
def sanity(model, X, t, rng):
    P = model.forward(X)
    start = -np.mean(np.log(P[np.arange(len(t)), t] + 1e-12))
    claimed = model.loss(X, t)
    few = rng.choice(len(t), 20, replace=False)
    descent = Momentum(0.1)
    for step in range(60):
        descent.step(model.params, model.gradients(X[few], t[few]))
        if model.loss(X[few], t[few]) < 0.05:
            break
    end = -np.mean(np.log(model.forward(X[few])[np.arange(20), t[few]] + 1e-12))
    near = max(abs(start - np.log(10)), abs(claimed - np.log(10)))
    return near < 0.15, end < 0.3
