# points: 2.0
def l1_penalty(params, lam, n):
    """The lecture's L1 penalty of all weights, with lam / (2 n). Arguments as in l2_penalty."""
    w = np.hstack([params[name].ravel() for name in params if name.startswith("W")])
    return np.linalg.norm(w, 1) * lam / (2 * n)


def l1_gradient(params, lam, n):
    """The slopes of l1_penalty: a dict, name of each weight -> an array of its shape."""
    return {k: v * lam / (2 * n * np.abs(v)) for k, v in params.items() if k.startswith("W")}
