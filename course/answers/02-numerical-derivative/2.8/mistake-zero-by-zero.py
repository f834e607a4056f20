# points: 2.0
# mistake: zero-by-zero
# message: two zeros
def relative_error(a, b):
    """The largest |a - b| by the largest |entry| of both, 0 for two zeros. a, b: same shape."""
    return np.max(np.abs(a - b)) / max(np.max(np.abs(a)), np.max(np.abs(b)))


best_h = 1e-6
why_tiny = "b"
