# points: 1.5
# mistake: relu-forward-in-place
# message: changed its input
def relu_forward(Z):
    """max(0, z) for each entry. Returns (A, cache): A has the shape of Z."""
    on = Z > 0
    Z[~on] = 0
    return Z, on


def relu_backward(dA, cache):
    """The slopes before the ReLU, from those after it. Returns dZ, shaped like dA."""
    return dA * cache


def sigmoid_forward(Z):
    """The sigmoid of each entry. Returns (A, cache): A has the shape of Z."""
    A = sigmoid(Z)
    return A, A


def sigmoid_backward(dA, cache):
    """The slopes before the sigmoid, from those after it. Returns dZ, shaped like dA."""
    return dA * cache * (1 - cache)
