# points: 1.0
def fixed_backward(X, t, params):
    """Loss and gradients of the deep net, all of them right. As buggy_backward."""
    outputs = [X]
    for layer in (1, 2, 3):
        Z = outputs[-1] @ params[f"W{layer}"] + params[f"b{layer}"]
        outputs.append(np.maximum(Z, 0) if layer < 3 else softmax(Z))
    D = softmax_cross_entropy_backward(outputs[-1], t)
    grads = {}
    for layer in (3, 2, 1):
        A = outputs[layer - 1]
        grads[f"W{layer}"], grads[f"b{layer}"] = A.T @ D, D.sum(axis=0)
        D = (D @ params[f"W{layer}"].T) * (A > 0)
    return cross_entropy(outputs[-1], t), grads


# the names of the parameters whose gradient buggy_backward gets wrong
everything = set("W1 b1 W2 b2 W3 b3".split())
broken = everything - {"W3", "b2"}
