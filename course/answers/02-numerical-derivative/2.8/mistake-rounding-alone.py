# points: 2.0
# mistake: rounding-alone
# message: larger step
def relative_error(a, b):
    """The largest |a - b| by the largest |entry| of both, 0 for two zeros. a, b: same shape."""
    largest = max(np.max(np.abs(a)), np.max(np.abs(b)))
    return np.max(np.abs(a - b)) / largest if largest > 0 else 0.0


best_h = 1e-8
why_tiny = "b"
