# points: 2.0
# mistake: underflow
# message: smallest float
def relative_error(a, b):
    """The largest |a - b| by the largest |entry| of both, 0 for two zeros. a, b: same shape."""
    largest = max(np.max(np.abs(a)), np.max(np.abs(b)))
    return np.max(np.abs(a - b)) / largest if largest > 0 else 0.0


best_h = 1e-6
why_tiny = "a"
