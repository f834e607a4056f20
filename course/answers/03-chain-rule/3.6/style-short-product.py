# points: 3.0
def bce_sigmoid(z, t):
    y = sigmoid(z)
    dy_dz = y - y**2
    return (y - t) / dy_dz, dy_dz, y - t
