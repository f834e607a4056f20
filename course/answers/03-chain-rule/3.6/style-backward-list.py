# points: 3.0
def bce_sigmoid(z, t):
    e = np.exp(-z)
    y = 1 / (1 + e)
    slopes = [-(t / y) + (1 - t) / (e * y), e * y**2]
    grad = 1.0
    for slope in slopes:
        grad *= slope
    return [*slopes, grad]
