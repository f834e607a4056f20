# points: 2.0
def relu_forward(Z):
    """max(0, z) for each entry. Returns (A, cache): A has the shape of Z."""
    A = Z.copy()
    off = Z <= 0
    A[off] = 0
    return A, {"off": off}


def relu_backward(dA, cache):
    """The slopes before the ReLU, from those after it. Returns dZ, shaped like dA."""
    dZ = dA.copy()
    dZ[cache["off"]] = 0
    return dZ


def sigmoid_forward(Z):
    """The sigmoid of each entry. Returns (A, cache): A has the shape of Z."""
    A = 0.5 + 0.5 * np.tanh(Z / 2)
    return A, {"A": A.copy(), "shape": Z.shape}


def sigmoid_backward(dA, cache):
    """The slopes before the sigmoid, from those after it. Returns dZ, shaped like dA."""
    slope = cache["A"] - cache["A"] ** 2
    return slope * dA
