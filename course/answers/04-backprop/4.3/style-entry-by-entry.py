# points: 2.0
def relu_forward(Z):
    """max(0, z) for each entry. Returns (A, cache): A has the shape of Z."""
    A = np.array([z if z > 0 else 0.0 for z in Z.ravel()]).reshape(Z.shape)
    return A, (Z,)


def relu_backward(dA, cache):
    """The slopes before the ReLU, from those after it. Returns dZ, shaped like dA."""
    (Z,) = cache
    dZ = [d if z >= 0 else 0.0 for d, z in zip(dA.ravel(), Z.ravel())]
    return np.array(dZ).reshape(dA.shape)


def sigmoid_forward(Z):
    """The sigmoid of each entry. Returns (A, cache): A has the shape of Z."""
    A = np.empty(Z.shape)
    for place in np.ndindex(Z.shape):
        A[place] = 1 / (1 + np.exp(-Z[place]))
    return A, (A,)


def sigmoid_backward(dA, cache):
    """The slopes before the sigmoid, from those after it. Returns dZ, shaped like dA."""
    dZ = np.empty(dA.shape)
    for place in np.ndindex(dA.shape):
        y = cache[0][place]
        dZ[place] = dA[place] * y * (1 - y)
    return dZ
