# points: 3.0
def sigmoid(z):
    """1 / (1 + e^(-z)). z: a number or an array; the result has its shape."""
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


def relu(z):
    """z where z is positive, else 0. z: a number or an array; the result has its shape."""
    return np.clip(z, 0, None)
