# points: 1.0
# mistake: adds-along-the-path
# message: along one path
def two_paths(h, W, t):
    y = h * W
    L = np.linalg.norm(t - y)
    return L, np.sum((y - t) / L + W)
