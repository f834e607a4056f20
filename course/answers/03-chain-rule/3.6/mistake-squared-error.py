# points: 1.0
# mistake: squared-error
# message: squared error
def bce_sigmoid(z, t):
    y = sigmoid(z)
    dL_dy = y - t
    dy_dz = y * (1 - y)
    return dL_dy, dy_dz, dL_dy * dy_dz
