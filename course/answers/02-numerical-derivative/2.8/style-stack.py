# points: 3.0
def relative_error(a, b):
    """The largest |a - b| by the largest |entry| of both, 0 for two zeros. a, b: same shape."""
    both = np.stack([a, b])
    if not both.any():
        return 0
    return np.ptp(both, axis=0).max() / np.abs(both).max()


best_h = np.float64(1e-6)
why_tiny = "b"
