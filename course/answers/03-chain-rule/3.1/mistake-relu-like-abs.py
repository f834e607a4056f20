# points: 2.5
# mistake: relu-like-abs
# message: absolute value
def d_power(x, n):
    """Slope of x^n at x. x, n: numbers."""
    return n * x ** (n - 1)


def d_exp(x):
    """Slope of e^x at x."""
    return np.exp(x)


def d_log(x):
    """Slope of ln x at x > 0."""
    return 1 / x


def d_sigmoid(x):
    """Slope of the sigmoid at x."""
    y = sigmoid(x)
    return y * (1 - y)


def d_tanh(x):
    """Slope of tanh at x."""
    return 1 - np.tanh(x) ** 2


def d_relu(x):
    return np.sign(x)
