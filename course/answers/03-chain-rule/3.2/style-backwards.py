# points: 2.0
def composite(x):
    inner = [x, 3 * np.square(x)]
    inner.append(np.e ** inner[1])
    grad = 1.0
    for local in (inner[2], 6 * inner[0]):
        grad = grad * local
    return inner[1], inner[2], grad
