# points: 1.5
# mistake: relu-times-z
# message: slope of the ReLU is 1
def relu_forward(Z):
    """max(0, z) for each entry. Returns (A, cache): A has the shape of Z."""
    return np.maximum(0, Z), np.maximum(0, Z)


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
