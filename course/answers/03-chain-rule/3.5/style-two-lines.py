# points: 3.0
import math


def two_paths(h, W, t):
    gap1, gap2 = t[0] - h * W[0], t[1] - h * W[1]
    L = math.hypot(gap1, gap2)
    over_first = -gap1 / L * W[0]
    over_second = -gap2 / L * W[1]
    return L, over_first + over_second
