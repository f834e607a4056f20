# points: 2.0
def l1_penalty(params, lam, n):
    """The lecture's L1 penalty of all weights, with lam / (2 n). Arguments as in l2_penalty."""
    sizes = sum(np.abs(params[name]).sum() for name in params if name.startswith("W"))
    return lam / (2 * n) * sizes


def l1_gradient(params, lam, n):
    """The slopes of l1_penalty: a dict, name of each weight -> an array of its shape."""
    return {name: lam / (2 * n) * np.sign(params[name]) for name in params if name.startswith("W")}
