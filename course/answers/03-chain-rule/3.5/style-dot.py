# points: 3.0
def two_paths(h, W, t):
    error = h * W - t
    L = np.linalg.norm(error)
    return L, error @ W / L
