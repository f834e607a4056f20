# points: 3.0
import math


def d_power(x, n):
    if n == 0:
        return 0.0
    return n * math.pow(x, n - 1)


def d_exp(x):
    return math.e**x


def d_log(x):
    return math.pow(x, -1)


def d_sigmoid(x):
    small = math.exp(-abs(x))
    return small / (1 + small) ** 2


def d_tanh(x):
    return 1 / math.cosh(x) ** 2


def d_relu(x):
    if x > 0:
        return 1
    return 0
