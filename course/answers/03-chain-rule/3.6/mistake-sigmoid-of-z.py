# points: 1.0
# mistake: sigmoid-of-z
# message: the output y
def bce_sigmoid(z, t):
    y = sigmoid(z)
    dL_dy = (1 - t) / (1 - y) - t / y
    dy_dz = z * (1 - z)
    return dL_dy, dy_dz, dL_dy * dy_dz
