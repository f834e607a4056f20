# points: 1.0
# mistake: one-half-of-the-loss
# message: target is 0
def bce_sigmoid(z, t):
    y = sigmoid(z)
    dL_dy = -t / y
    dy_dz = y * (1 - y)
    return dL_dy, dy_dz, dL_dy * dy_dz
