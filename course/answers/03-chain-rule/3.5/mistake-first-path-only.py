# points: 1.0
# mistake: first-path-only
# message: first path
def two_paths(h, W, t):
    y = h * W
    L = np.linalg.norm(t - y)
    return L, (y[0] - t[0]) / L * W[0]
