# points: 3.0
import math


def bce_sigmoid(z, t):
    y = 1 / (1 + math.exp(-z))
    other = 1 / (1 + math.exp(z))
    if t == 1:
        return -1 / y, y * other, -other
    return 1 / other, y * other, y
