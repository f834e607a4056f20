# points: 1.0
# mistake: slope-of-the-square
# message: of the squared loss
def two_paths(h, W, t):
    y = h * W
    L = np.linalg.norm(t - y)
    return L, np.sum(2 * (y - t) * W)
