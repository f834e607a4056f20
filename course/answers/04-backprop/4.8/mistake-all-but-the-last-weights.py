# points: 0.5
# mistake: all-but-the-last-weights
# message: one too many
def fixed_backward(X, t, params):
    """Loss and gradients of the deep net, all of them right. As buggy_backward."""
    A1 = np.maximum(0, X @ params["W1"] + params["b1"])
    A2 = np.maximum(0, A1 @ params["W2"] + params["b2"])
    E = np.exp(A2 @ params["W3"] + params["b3"])
    P = E / E.sum(axis=1, keepdims=True)
    dZ3 = (P - np.eye(P.shape[1])[t]) / len(X)
    dZ2 = dZ3 @ params["W3"].T * (A2 > 0)
    dZ1 = dZ2 @ params["W2"].T * (A1 > 0)
    grads = {"W3": A2.T @ dZ3, "b3": dZ3.sum(axis=0), "W2": A1.T @ dZ2, "b2": dZ2.sum(axis=0)}
    return -np.log(P[range(len(X)), t]).mean(), grads | {"W1": X.T @ dZ1, "b1": dZ1.sum(axis=0)}


# the names of the parameters whose gradient buggy_backward gets wrong
broken = {"b3", "W2", "b2", "W1", "b1"}
