# points: 1.5
# mistake: sigmoid-slope-of-z
# message: z(1 - z)
def relu_forward(Z):
    """max(0, z) for each entry. Returns (A, cache): A has the shape of Z."""
    return np.maximum(0, Z), Z > 0


def relu_backward(dA, cache):
    """The slopes before the ReLU, from those after it. Returns dZ, shaped like dA."""
    return dA * cache


def sigmoid_forward(Z):
    """The sigmoid of each entry. Returns (A, cache): A has the shape of Z."""
    A = sigmoid(Z)
    return A, Z


def sigmoid_backward(dA, cache):
    """The slopes before the sigmoid, from those after it. Returns dZ, shaped like dA."""
    return dA * cache * (1 - cache)
