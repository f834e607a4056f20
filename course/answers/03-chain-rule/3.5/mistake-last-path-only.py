# points: 1.0
# mistake: last-path-only
# message: second path
def two_paths(h, W, t):
    y = h * W
    L = np.linalg.norm(t - y)
    for i in range(2):
        dL_dh = (y[i] - t[i]) / L * W[i]
    return L, dL_dh
