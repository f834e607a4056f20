# points: 1.0
def fixed_backward(X, t, params):
    """Loss and gradients of the deep net, all of them right. As buggy_backward."""
    Z1 = np.einsum("nd,dh->nh", X, params["W1"]) + params["b1"]
    A1 = np.where(Z1 > 0, Z1, 0)
    Z2 = np.einsum("nh,hg->ng", A1, params["W2"]) + params["b2"]
    A2 = np.where(Z2 > 0, Z2, 0)
    Z3 = np.einsum("ng,gk->nk", A2, params["W3"]) + params["b3"]
    log_sum = np.log(np.exp(Z3).sum(axis=1))
    D3 = np.exp(Z3 - log_sum[:, None])
    D3[np.arange(len(X)), t] -= 1
    D3 /= len(X)
    D2 = np.where(Z2 > 0, np.einsum("nk,gk->ng", D3, params["W3"]), 0)
    D1 = np.where(Z1 > 0, np.einsum("ng,hg->nh", D2, params["W2"]), 0)
    grads = {}
    for place, (A, D) in enumerate([(X, D1), (A1, D2), (A2, D3)], start=1):
        grads[f"W{place}"] = np.einsum("ni,nj->ij", A, D)
        grads[f"b{place}"] = np.einsum("nj->j", D)
    return np.mean(log_sum - Z3[np.arange(len(X)), t]), grads


# the names of the parameters whose gradient buggy_backward gets wrong
broken = frozenset(["b1", "b3", "W1", "W2"])
