# points: 2.5
# mistake: power-forgets-factor
# message: comes down in front
def d_power(x, n):
    return x ** (n - 1)


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
    """Slope of ReLU at x: 1 right of 0, 0 left of 0; at 0 itself either will do."""
    return np.where(np.asarray(x) > 0, 1.0, 0.0)
