# points: 1.5
# mistake: square-of-the-sum
# message: squared after adding
def l2_penalty(params, lam, n):
    """The L2 penalty of all weights. params: dict of arrays; lam: its strength; n: samples.

    Weights are the arrays whose names start with W; all others go free. Returns a number.
    """
    return lam / (2 * n) * sum(params[k].sum() ** 2 for k in params if k.startswith("W"))


def l2_gradient(params, lam, n):
    """The slopes of l2_penalty: a dict, name of each weight -> an array of its shape."""
    return {name: lam / n * params[name] for name in params if name.startswith("W")}
