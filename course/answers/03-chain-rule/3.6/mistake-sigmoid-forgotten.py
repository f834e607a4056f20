# points: 0.0
# mistake: sigmoid-forgotten
# message: z itself
def bce_sigmoid(z, t):
    y = z
    dL_dy = (1 - t) / (1 - y) - t / y
    dy_dz = y * (1 - y)
    return dL_dy, dy_dz, dL_dy * dy_dz
