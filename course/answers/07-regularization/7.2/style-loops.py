# points: 2.0
def l1_penalty(params, lam, n):
    """The lecture's L1 penalty of all weights, with lam / (2 n). Arguments as in l2_penalty."""
    total = 0.0
    for name in params:
        if name.startswith("W"):
            for w in params[name].flat:
                total += w if w > 0 else -w
    return total * lam / n * 0.5


def l1_gradient(params, lam, n):
    """The slopes of l1_penalty: a dict, name of each weight -> an array of its shape."""
    grads = {}
    for name in params:
        if name.startswith("W"):
            slopes = np.zeros_like(params[name])
            slopes[params[name] > 0] = 1
            slopes[params[name] < 0] = -1
            grads[name] = slopes * lam / n / 2
    return grads
