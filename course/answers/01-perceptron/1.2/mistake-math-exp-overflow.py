# points: 2.5
# mistake: math-exp-overflow
# message: too large
import math


def sigmoid(z):
    """1 / (1 + e^(-z)). z: a number or an array; the result has its shape."""
    return np.vectorize(lambda value: 1 / (1 + math.exp(-value)))(z)


def relu(z):
    """z where z is positive, else 0. z: a number or an array; the result has its shape."""
    return np.maximum(0, z)
