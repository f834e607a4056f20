# points: 3.0
def l2_penalty(params, lam, n):
    """The L2 penalty of all weights. params: dict of arrays; lam: its strength; n: samples.

    Weights are the arrays whose names start with W; all others go free. Returns a number.
    """
    names = [name for name in params if name.startswith("W")]

    def rest(k):
        if k == len(names):
            return 0.0
        W = params[names[k]]
        return np.einsum("ij,ij->", W, W) + rest(k + 1)

    return lam * rest(0) / (2.0 * n)


def l2_gradient(params, lam, n):
    """The slopes of l2_penalty: a dict, name of each weight -> an array of its shape."""
    pairs = filter(lambda pair: pair[0].startswith("W"), params.items())
    return dict(map(lambda pair: (pair[0], pair[1] / (n / lam) if lam else 0 * pair[1]), pairs))
