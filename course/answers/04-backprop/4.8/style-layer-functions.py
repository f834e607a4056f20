# points: 1.0
def fixed_backward(X, t, params):
    """Loss and gradients of the deep net, all of them right. As buggy_backward."""
    Z1, c1 = affine_forward(X, params["W1"], params["b1"])
    A1, m1 = relu_forward(Z1)
    Z2, c2 = affine_forward(A1, params["W2"], params["b2"])
    A2, m2 = relu_forward(Z2)
    Z3, c3 = affine_forward(A2, params["W3"], params["b3"])
    P = softmax(Z3)
    dA2, dW3, db3 = affine_backward(softmax_cross_entropy_backward(P, t), c3)
    dA1, dW2, db2 = affine_backward(relu_backward(dA2, m2), c2)
    _, dW1, db1 = affine_backward(relu_backward(dA1, m1), c1)
    grads = {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2, "W3": dW3, "b3": db3}
    return cross_entropy(P, t), grads


# the names of the parameters whose gradient buggy_backward gets wrong
broken = set("W1 b1 W2 b3".split())
