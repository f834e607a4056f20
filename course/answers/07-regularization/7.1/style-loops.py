# points: 3.0
def l2_penalty(params, lam, n):
    """The L2 penalty of all weights. params: dict of arrays; lam: its strength; n: samples.

    Weights are the arrays whose names start with W; all others go free. Returns a number.
    """
    total = 0.0
    for name, values in params.items():
        if name[0] == "W":
            for value in values.ravel():
                total += value * value
    return float(lam * total / n / 2)


def l2_gradient(params, lam, n):
    """The slopes of l2_penalty: a dict, name of each weight -> an array of its shape."""
    grads = {}
    for name, values in params.items():
        if name[0] == "W":
            grads[name] = np.empty(values.shape)
            for place in np.ndindex(values.shape):
                grads[name][place] = lam * values[place] / n
    return grads
