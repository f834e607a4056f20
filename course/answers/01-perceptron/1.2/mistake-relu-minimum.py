# points: 2.0
# mistake: relu-minimum
# message: negative part
def sigmoid(z):
    """1 / (1 + e^(-z)). z: a number or an array; the result has its shape."""
    small = np.exp(-np.abs(z))  # never larger than 1, so nothing overflows
    return np.where(np.asarray(z) >= 0, 1, small) / (1 + small)


def relu(z):
    """z where z is positive, else 0. z: a number or an array; the result has its shape."""
    return np.minimum(0, z)
