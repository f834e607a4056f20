# points: 2.0
def l1_penalty(params, lam, n):
    """The lecture's L1 penalty of all weights, with lam / (2 n). Arguments as in l2_penalty."""
    return lam / (2 * n) * sum(np.maximum(v, -v).sum() for k, v in params.items() if k[0] == "W")


def l1_gradient(params, lam, n):
    """The slopes of l1_penalty: a dict, name of each weight -> an array of its shape."""
    signs = {k: (v > 0).astype(float) - (v < 0).astype(float) for k, v in params.items()}
    return {k: lam * signs[k] / (n * 2) if k[0] == "W" else 0 * signs[k] for k in params}
