# points: 2.0
# mistake: entry-by-entry
# message: whole array
def relative_error(a, b):
    """The largest |a - b| by the largest |entry| of both, 0 for two zeros. a, b: same shape."""
    sizes = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(sizes > 0, sizes, 1)
    return np.max(np.abs(a - b) / safe)


best_h = 1e-6
why_tiny = "b"
