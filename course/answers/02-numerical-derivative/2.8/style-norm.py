# points: 3.0
def relative_error(a, b):
    """The largest |a - b| by the largest |entry| of both, 0 for two zeros. a, b: same shape."""
    size = np.linalg.norm(np.concatenate([np.ravel(a), np.ravel(b)]), np.inf)
    return np.linalg.norm(np.ravel(a - b), np.inf) / (size or 1.0)


best_h = 10**-6
why_tiny = "b"
