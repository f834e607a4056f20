# points: 1.0
# mistake: inner-dropped
# message: second link
def two_paths(h, W, t):
    y = h * W
    L = np.linalg.norm(t - y)
    return L, np.sum((y - t) / L)
