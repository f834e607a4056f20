# points: 0.0
# mistake: squared-norm
# message: root
def two_paths(h, W, t):
    y = h * W
    return np.sum((t - y) ** 2), np.sum(2 * (y - t) * W)
