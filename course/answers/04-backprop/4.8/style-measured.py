# points: 1.0
def fixed_backward(X, t, params):
    """Loss and gradients of the deep net, all of them right. As buggy_backward."""
    seen, N = deep_forward(X, params), len(X)
    loss = -np.log(seen["P"][range(N), t]).mean()
    dZ3 = (seen["P"] - np.eye(seen["P"].shape[1])[t]) / N
    grads = {"W3": seen["A2"].T @ dZ3, "b3": dZ3.sum(axis=0)}
    dZ2 = dZ3 @ params["W3"].T * (seen["Z2"] > 0)
    grads |= {"W2": seen["A1"].T @ dZ2, "b2": dZ2.sum(axis=0)}
    dZ1 = dZ2 @ params["W2"].T * (seen["Z1"] > 0)
    return loss, grads | {"W1": X.T @ dZ1, "b1": dZ1.sum(axis=0)}


# the names of the parameters whose gradient buggy_backward gets wrong
_rng = np.random.default_rng(8)
_X, _t = _rng.normal(size=(9, 2)), np.arange(9) % 2
_sizes = {"W1": (2, 5), "b1": 5, "W2": (5, 5), "b2": 5, "W3": (5, 2), "b3": 2}
_params = {name: _rng.normal(size=size) for name, size in _sizes.items()}
_errors = check_gradients(
    lambda p: buggy_backward(_X, _t, p)[0], _params, buggy_backward(_X, _t, _params)[1]
)
broken = {name for name, error in _errors.items() if error > 1e-4}
