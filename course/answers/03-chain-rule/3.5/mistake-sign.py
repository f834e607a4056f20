# points: 1.0
# mistake: sign
# message: opposite sign
def two_paths(h, W, t):
    y = h * W
    L = np.linalg.norm(t - y)
    return L, np.sum((t - y) / L * W)
