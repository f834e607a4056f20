# points: 2.0
# mistake: small-number-added
# message: 1e-8
def relative_error(a, b):
    """The largest |a - b| by the largest |entry| of both, 0 for two zeros. a, b: same shape."""
    size = max(np.max(np.abs(a)), np.max(np.abs(b)))
    return np.max(np.abs(a - b)) / (size + 1e-8)


best_h = 1e-6
why_tiny = "b"
