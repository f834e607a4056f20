# points: 3.0
import math


def sigmoid(z):
    """1 / (1 + e^(-z)). z: a number or an array; the result has its shape."""
    z = np.asarray(z, dtype=float)
    out = np.empty(z.shape)
    for place in np.ndindex(z.shape):
        value = z[place]
        if value >= 0:
            out[place] = 1 / (1 + math.exp(-value))
        else:
            out[place] = math.exp(value) / (1 + math.exp(value))
    return out


def relu(z):
    """z where z is positive, else 0. z: a number or an array; the result has its shape."""
    out = np.array(z, dtype=float)
    out[out < 0] = 0.0
    return out
