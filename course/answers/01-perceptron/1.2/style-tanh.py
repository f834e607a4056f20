# points: 3.0
def sigmoid(z):
    """1 / (1 + e^(-z)). z: a number or an array; the result has its shape."""
    return 0.5 + 0.5 * np.tanh(np.asarray(z) / 2)


def relu(z):
    """z where z is positive, else 0. z: a number or an array; the result has its shape."""
    return (z + np.abs(z)) / 2
