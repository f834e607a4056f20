# points: 1.0
# mistake: paths-multiplied
# message: paths are added
def two_paths(h, W, t):
    y = h * W
    L = np.linalg.norm(t - y)
    return L, np.prod((y - t) / L * W)
