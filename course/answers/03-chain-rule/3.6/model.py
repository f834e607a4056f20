# points: 3.0
def bce_sigmoid(z, t):
    """Slopes of L = -(t ln y + (1 - t) ln(1 - y)); y: the sigmoid of z. z: a number; t: 0 or 1.

    Returns (dL_dy, dy_dz, dL_dz), three numbers.
    """
    y = sigmoid(z)
    dL_dy = (1 - t) / (1 - y) - t / y
    dy_dz = y * (1 - y)
    return dL_dy, dy_dz, dL_dy * dy_dz
