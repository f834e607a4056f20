# points: 5.0
def two_layer_forward(X, params):
    """Forward through tanh and softmax. X: (N, d); params: W1 (d, h), b1 (h,), W2 (h, K), b2 (K,).

    Returns a dict with the keys Z1, A1, Z2, P: everything the way back needs.
    """
    Z1 = params["W1"].T @ X.T + params["b1"][:, None]
    A1 = np.tanh(Z1)
    Z2 = params["W2"].T @ A1 + params["b2"][:, None]
    E = np.exp(Z2 - Z2.max(axis=0))
    return {"P": (E / E.sum(axis=0)).T, "Z2": Z2.T, "A1": A1.T, "Z1": Z1.T}


def two_layer_gradients(X, t, params):
    """Mean cross-entropy and its gradients. t: (N,) ints. params as above, left unchanged.

    Returns (loss, grads): a number, and a dict with the keys and shapes of params.
    """
    seen = two_layer_forward(X, params)
    onehot = np.eye(len(params["b2"]))[t]
    loss = -np.sum(onehot * np.log(seen["P"])) / len(X)
    D2 = (seen["P"] - onehot).T / len(X)
    D1 = (params["W2"] @ D2) * (1 - seen["A1"].T ** 2)
    grads = {"W1": (D1 @ X).T, "b1": D1.sum(axis=1)}
    grads.update(W2=(D2 @ seen["A1"]).T, b2=D2.sum(axis=1))
    return loss, grads
