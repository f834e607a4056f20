# points: 1.0
# mistake: math-exp-on-array
# message: whole array
import math


def sigmoid(z):
    """1 / (1 + e^(-z)). z: a number or an array; the result has its shape."""
    return 1 / (1 + math.exp(-z))


def relu(z):
    """z where z is positive, else 0. z: a number or an array; the result has its shape."""
    return np.maximum(0, z)
