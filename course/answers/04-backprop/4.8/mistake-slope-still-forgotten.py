# points: 0.5
# mistake: slope-still-forgotten
# message: W2
def fixed_backward(X, t, params):
    """Loss and gradients of the deep net, all of them right. As buggy_backward."""
    seen, N = deep_forward(X, params), len(X)
    loss = -np.log(seen["P"][range(N), t]).mean()
    dZ3 = (seen["P"] - np.eye(seen["P"].shape[1])[t]) / N
    grads = {"W3": seen["A2"].T @ dZ3, "b3": dZ3.sum(axis=0)}
    dZ2 = dZ3 @ params["W3"].T * (seen["Z2"] > 0)
    grads |= {"W2": seen["A1"].T @ (dZ3 @ params["W3"].T), "b2": dZ2.sum(axis=0)}
    dZ1 = dZ2 @ params["W2"].T * (seen["Z1"] > 0)
    return loss, grads | {"W1": X.T @ dZ1, "b1": dZ1.sum(axis=0)}


# the names of the parameters whose gradient buggy_backward gets wrong
broken = {"b3", "W2", "W1", "b1"}
