# points: 3.0
def l2_penalty(params, lam, n):
    """The L2 penalty of all weights. params: dict of arrays; lam: its strength; n: samples.

    Weights are the arrays whose names start with W; all others go free. Returns a number.
    """
    w = np.concatenate([params[name].ravel() for name in sorted(params) if name.startswith("W")])
    return np.dot(w, w) * lam / (2 * n)


def l2_gradient(params, lam, n):
    """The slopes of l2_penalty: a dict, name of each weight -> an array of its shape."""
    grads = dict(params)
    for name in list(grads):
        if name.startswith("W"):
            grads[name] = grads[name] * (lam / n)
        else:
            del grads[name]
    return grads
