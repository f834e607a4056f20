# points: 2.5
# mistake: sigmoid-of-z
# message: the output of the sigmoid
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
    return x * (1 - x)


def d_tanh(x):
    """Slope of tanh at x."""
    return 1 - np.tanh(x) ** 2


def d_relu(x):
    """Slope of ReLU at x: 1 right of 0, 0 left of 0; at 0 itself either will do."""
    return np.where(np.asarray(x) > 0, 1.0, 0.0)
