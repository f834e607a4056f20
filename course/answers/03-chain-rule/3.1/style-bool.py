# points: 3.0
d_exp = np.exp


def d_power(x, n):
    """By the product rule, one factor after the other, where n is a whole number."""
    if n != int(n) or n < 0:
        return n * np.power(float(x), n - 1)
    value, slope = 1.0, 0.0
    for _ in range(int(n)):
        value, slope = value * x, slope * x + value
    return slope


def d_log(x):
    return np.reciprocal(float(x))


def d_sigmoid(x):
    return sigmoid(x) - sigmoid(x) ** 2


def d_tanh(x):
    return (1 - np.tanh(x)) * (1 + np.tanh(x))


def d_relu(x):
    return x > 0
