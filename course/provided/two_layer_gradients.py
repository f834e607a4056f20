def two_layer_gradients(X, t, params):
    """Mean loss and gradients of a tanh layer and a softmax layer, as (loss, grads)."""
    A1 = np.tanh(X @ params["W1"] + params["b1"])
    scores = A1 @ params["W2"] + params["b2"]
    E = np.exp(scores - scores.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    dZ2 = (P - np.eye(P.shape[1])[t]) / len(X)
    dZ1 = (dZ2 @ params["W2"].T) * (1 - A1**2)
    grads = {"W1": X.T @ dZ1, "b1": dZ1.sum(axis=0), "W2": A1.T @ dZ2, "b2": dZ2.sum(axis=0)}
    return -np.log(P[range(len(X)), t]).mean(), grads
