# points: 2.0
def relu_forward(Z):
    """max(0, z) for each entry. Returns (A, cache): A has the shape of Z."""
    on = (Z > 0).astype(float)
    return Z * on, lambda dA: dA * on


def relu_backward(dA, cache):
    """The slopes before the ReLU, from those after it. Returns dZ, shaped like dA."""
    return cache(dA)


def sigmoid_forward(Z):
    """The sigmoid of each entry. Returns (A, cache): A has the shape of Z."""
    A, B = sigmoid(Z), sigmoid(-Z)
    return A, lambda dA: dA * A * B


def sigmoid_backward(dA, cache):
    """The slopes before the sigmoid, from those after it. Returns dZ, shaped like dA."""
    return cache(dA)
