# points: 2.5
# mistake: exp-overflow
# message: too large
def sigmoid(z):
    """1 / (1 + e^(-z)). z: a number or an array; the result has its shape."""
    return np.exp(z) / (1 + np.exp(z))


def relu(z):
    """z where z is positive, else 0. z: a number or an array; the result has its shape."""
    return np.maximum(0, z)
