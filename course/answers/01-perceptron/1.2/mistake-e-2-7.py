# points: 1.5
# mistake: e-2-7
# message: 2.7
def sigmoid(z):
    """1 / (1 + e^(-z)). z: a number or an array; the result has its shape."""
    return 1 / (1 + 2.7 ** -np.asarray(z, dtype=float))


def relu(z):
    """z where z is positive, else 0. z: a number or an array; the result has its shape."""
    return np.maximum(0, z)
