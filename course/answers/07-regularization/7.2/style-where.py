# points: 2.0
def l1_penalty(params, lam, n):
    """The lecture's L1 penalty of all weights, with lam / (2 n). Arguments as in l2_penalty."""
    weights = [np.where(v > 0, v, -v) for k, v in params.items() if k[0] == "W"]
    return lam * float(np.sum([w.sum() for w in weights])) / (2 * n)


def l1_gradient(params, lam, n):
    """The slopes of l1_penalty: a dict, name of each weight -> an array of its shape."""
    half = 0.5 * lam / n
    return {k: np.where(v > 0, half, -half) for k, v in params.items() if k[0] == "W"}
