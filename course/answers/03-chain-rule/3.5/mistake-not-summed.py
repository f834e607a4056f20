# points: 1.0
# mistake: not-summed
# message: one number
def two_paths(h, W, t):
    y = h * W
    L = np.linalg.norm(t - y)
    return L, (y - t) / L * W
