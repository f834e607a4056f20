# points: 3.0
def d_exp(x):
    return np.exp(x)


def d_log(x):
    return d_exp(-np.log(x))


def d_power(x, n):
    whole = x ** abs(n - 1)
    return n * whole if n >= 1 else n * d_log(whole) if whole > 0 else n / whole


def d_tanh(x):
    up, down = np.exp(x), np.exp(-x)
    return (2 / (up + down)) ** 2


def d_sigmoid(x):
    return d_tanh(x / 2) / 4


def d_relu(x):
    return (np.sign(x) + 1) // 2
