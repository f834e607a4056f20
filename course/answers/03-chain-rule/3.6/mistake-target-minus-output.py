# points: 2.0
# mistake: target-minus-output
# message: downhill
def bce_sigmoid(z, t):
    y = sigmoid(z)
    return (1 - t) / (1 - y) - t / y, y * (1 - y), t - y
