# points: 1.0
def fixed_backward(X, t, params):
    """Loss and gradients of the deep net, all of them right. As buggy_backward."""
    seen = deep_forward(X, params)
    rows = np.arange(len(X))
    D3 = seen["P"].copy()
    D3[rows, t] -= 1
    D3 /= len(X)
    D2 = np.where(seen["Z2"] > 0, np.einsum("nk,hk->nh", D3, params["W3"]), 0)
    D1 = np.where(seen["Z1"] > 0, np.einsum("nk,hk->nh", D2, params["W2"]), 0)
    grads = {}
    for place, (A, D) in enumerate([(X, D1), (seen["A1"], D2), (seen["A2"], D3)], start=1):
        grads[f"W{place}"] = np.einsum("ni,nj->ij", A, D)
        grads[f"b{place}"] = np.einsum("nj->j", D)
    return np.mean(-np.log(seen["P"][rows, t])), grads


# the names of the parameters whose gradient buggy_backward gets wrong
broken = frozenset(["b1", "b3", "W1", "W2"])
