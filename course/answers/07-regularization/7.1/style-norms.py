# points: 3.0
def l2_penalty(params, lam, n):
    """The L2 penalty of all weights. params: dict of arrays; lam: its strength; n: samples.

    Weights are the arrays whose names start with W; all others go free. Returns a number.
    """
    weights = [values for name, values in params.items() if name.startswith("W")]
    return 0.5 * lam * sum(np.linalg.norm(W) ** 2 for W in weights) / n


def l2_gradient(params, lam, n):
    """The slopes of l2_penalty: a dict, name of each weight -> an array of its shape."""
    return {name: np.divide(np.multiply(W, lam), n) for name, W in params.items() if "W" in name}
