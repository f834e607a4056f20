# points: 5.0
def two_layer_forward(X, params):
    """Forward through tanh and softmax. X: (N, d); params: W1 (d, h), b1 (h,), W2 (h, K), b2 (K,).

    Returns a dict with the keys Z1, A1, Z2, P: everything the way back needs.
    """
    Z1, _ = affine_forward(X, params["W1"], params["b1"])
    A1 = np.tanh(Z1)
    Z2, _ = affine_forward(A1, params["W2"], params["b2"])
    return dict(Z1=Z1, A1=A1, Z2=Z2, P=softmax(Z2))


def two_layer_gradients(X, t, params):
    """Mean cross-entropy and its gradients. t: (N,) ints. params as above, left unchanged.

    Returns (loss, grads): a number, and a dict with the keys and shapes of params.
    """
    Z1, first = affine_forward(X, params["W1"], params["b1"])
    A1 = np.tanh(Z1)
    Z2, second = affine_forward(A1, params["W2"], params["b2"])
    P = softmax(Z2)
    dA1, dW2, db2 = affine_backward(softmax_cross_entropy_backward(P, t), second)
    _, dW1, db1 = affine_backward(dA1 * (1 - np.tanh(Z1) ** 2), first)
    return cross_entropy(P, t), dict(W1=dW1, b1=db1, W2=dW2, b2=db2)
