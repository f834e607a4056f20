# points: 0.0
# mistake: softmax-over-samples
# message: over the samples
def two_layer_forward(X, params):
    """Forward through tanh and softmax. X: (N, d); params: W1 (d, h), b1 (h,), W2 (h, K), b2 (K,).

    Returns a dict with the keys Z1, A1, Z2, P: everything the way back needs.
    """
    seen = {"Z1": X @ params["W1"] + params["b1"]}
    seen["A1"] = np.tanh(seen["Z1"])
    seen["Z2"] = seen["A1"] @ params["W2"] + params["b2"]
    seen["P"] = softmax(seen["Z2"].T).T
    return seen


def two_layer_gradients(X, t, params):
    """Mean cross-entropy and its gradients. t: (N,) ints. params as above, left unchanged.

    Returns (loss, grads): a number, and a dict with the keys and shapes of params.
    """
    seen = two_layer_forward(X, params)
    loss = cross_entropy(seen["P"], t)
    dZ2 = softmax_cross_entropy_backward(seen["P"], t)
    dA1 = dZ2 @ params["W2"].T
    dZ1 = dA1 * (1 - seen["A1"] ** 2)
    grads = {"W2": seen["A1"].T @ dZ2, "b2": dZ2.sum(axis=0)}
    grads |= {"W1": X.T @ dZ1, "b1": dZ1.sum(axis=0)}
    return loss, grads
