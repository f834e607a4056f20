# points: 3.0
def two_paths(h, W, t):
    """L = ||t - y|| with y = h * W. h: a number; W, t: (2,). Returns (L, dL_dh), two numbers."""
    y = h * W
    L = np.sqrt(np.sum((t - y) ** 2))
    dL_dy = (y - t) / L
    return L, np.sum(dL_dy * W)
