# points: 1.0
# mistake: not-divided-by-L
# message: slope of the root
def two_paths(h, W, t):
    y = h * W
    L = np.linalg.norm(t - y)
    return L, np.sum((y - t) * W)
