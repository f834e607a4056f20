# points: 1.0
# mistake: no-parentheses
# message: parentheses
def sigmoid(z):
    """1 / (1 + e^(-z)). z: a number or an array; the result has its shape."""
    return 1 / 1 + np.exp(-np.clip(z, -700, 700))


def relu(z):
    """z where z is positive, else 0. z: a number or an array; the result has its shape."""
    return np.maximum(0, z)
