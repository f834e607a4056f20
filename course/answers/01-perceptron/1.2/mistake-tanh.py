# points: 1.0
# mistake: tanh
# message: between -1 and 1
def sigmoid(z):
    """1 / (1 + e^(-z)). z: a number or an array; the result has its shape."""
    return np.tanh(z)


def relu(z):
    """z where z is positive, else 0. z: a number or an array; the result has its shape."""
    return np.maximum(0, z)
