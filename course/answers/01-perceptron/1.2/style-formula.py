# points: 3.0
def sigmoid(z):
    """1 / (1 + e^(-z)). z: a number or an array; the result has its shape."""
    return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))


def relu(z):
    """z where z is positive, else 0. z: a number or an array; the result has its shape."""
    return np.where(np.asarray(z) > 0, z, 0)
