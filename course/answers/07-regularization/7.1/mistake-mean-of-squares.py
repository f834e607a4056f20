# points: 1.5
# mistake: mean-of-squares
# message: mean of the squares
def l2_penalty(params, lam, n):
    """The L2 penalty of all weights. params: dict of arrays; lam: its strength; n: samples.

    Weights are the arrays whose names start with W; all others go free. Returns a number.
    """
    return lam / (2 * n) * sum((params[k] ** 2).mean() for k in params if k.startswith("W"))


def l2_gradient(params, lam, n):
    """The slopes of l2_penalty: a dict, name of each weight -> an array of its shape."""
    return {name: lam / n * params[name] for name in params if name.startswith("W")}
