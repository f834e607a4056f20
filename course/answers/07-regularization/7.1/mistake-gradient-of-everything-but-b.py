# points: 1.5
# mistake: gradient-of-everything-but-b
# message: has slopes for `gamma1`
def l2_penalty(params, lam, n):
    """The L2 penalty of all weights. params: dict of arrays; lam: its strength; n: samples.

    Weights are the arrays whose names start with W; all others go free. Returns a number.
    """
    squares = sum((params[name] ** 2).sum() for name in params if name.startswith("W"))
    return lam / (2 * n) * squares


def l2_gradient(params, lam, n):
    """The slopes of l2_penalty: a dict, name of each weight -> an array of its shape."""
    return {k: lam / n * params[k] for k in params if not k.startswith("b")}
