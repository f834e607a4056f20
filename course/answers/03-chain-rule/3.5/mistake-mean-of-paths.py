# points: 1.0
# mistake: mean-of-paths
# message: mean
def two_paths(h, W, t):
    y = h * W
    L = np.linalg.norm(t - y)
    return L, np.mean((y - t) / L * W)
