# points: 1.0
# mistake: sign
# message: falls as y rises
def bce_sigmoid(z, t):
    y = sigmoid(z)
    dL_dy = t / y - (1 - t) / (1 - y)
    dy_dz = y * (1 - y)
    return dL_dy, dy_dz, dL_dy * dy_dz
