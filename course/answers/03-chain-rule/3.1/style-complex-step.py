# points: 3.0
STEP = 1e-20


def along(f, x):
    """The imaginary part of f(x + ih) is h times the slope, without any subtraction."""
    return f(x + 1j * STEP).imag / STEP


def d_power(x, n):
    return n if n in (0, 1) else n * np.prod([float(x), float(x) ** (n - 2)])


def d_exp(x):
    return along(np.exp, x)


def d_log(x):
    return along(np.log, x)


def d_sigmoid(x):
    return along(lambda z: 1 / (1 + np.exp(-z)), x)


def d_tanh(x):
    return along(np.tanh, x)


def d_relu(x):
    return np.heaviside(x, 0.0)
