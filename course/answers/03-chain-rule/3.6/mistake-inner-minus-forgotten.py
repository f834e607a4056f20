# points: 1.0
# mistake: inner-minus-forgotten
# message: slope of 1 - y
def bce_sigmoid(z, t):
    y = sigmoid(z)
    dL_dy = -(1 - t) / (1 - y) - t / y
    dy_dz = y * (1 - y)
    return dL_dy, dy_dz, dL_dy * dy_dz
