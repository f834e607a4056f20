# points: 4.0
def sanity(model, X, t, rng):
    first = model.loss(X, t)
    ok = np.isclose(first, np.log(10), atol=0.2)
    rows = np.sort(rng.permutation(len(X)))[rng.permutation(len(X))][0:20]
    answers = []
    while len(answers) < 120 and not (answers and answers[-1]):
        for name, slope in model.gradients(X[rows], t[rows]).items():
            model.params[name] -= 0.2 * slope
        if len(answers) % 10 == 9 or len(answers) == 0:
            answers.append(bool(np.all(model.forward(X[rows]).argmax(axis=1) == t[rows])))
        else:
            answers.append(False)
    return [ok, any(answers)]
