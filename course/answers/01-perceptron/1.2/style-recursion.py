# points: 3.0
def sigmoid(z):
    """1 / (1 + e^(-z)). z: a number or an array; the result has its shape."""
    if np.ndim(z):
        return np.array([sigmoid(part) for part in z])
    if z < 0:
        return 1 - sigmoid(-z)
    return 1 / (1 + np.e ** -z)


def relu(z):
    """z where z is positive, else 0. z: a number or an array; the result has its shape."""
    if np.ndim(z):
        return np.array([relu(part) for part in z])
    return max(z, 0)
