# points: 3.0
def l2_penalty(params, lam, n):
    """The L2 penalty of all weights. params: dict of arrays; lam: its strength; n: samples.

    Weights are the arrays whose names start with W; all others go free. Returns a number.
    """
    return np.sum([lam * np.mean(v**2) * v.size for k, v in params.items() if k[:1] == "W"]) / (
        n + n
    )


def l2_gradient(params, lam, n):
    """The slopes of l2_penalty: a dict, name of each weight -> an array of its shape."""
    return {k: v * (lam / n if k.startswith("W") else 0.0) for k, v in params.items()}
