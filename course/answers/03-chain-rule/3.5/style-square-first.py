# points: 3.0
def two_paths(h, W, t):
    """Over the square S of the loss: dL/dh = dS/dh / (2 L)."""
    S = t @ t - 2 * h * (t @ W) + h**2 * (W @ W)
    dS_dh = 2 * h * (W @ W) - 2 * (t @ W)
    return np.array([S**0.5, dS_dh / (2 * S**0.5)])
