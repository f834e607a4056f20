# points: 2.0
import math


def composite(x):
    t = x * x + x * x + x * x
    return t, math.exp(t), 6 * x * math.exp(3 * x * x)
