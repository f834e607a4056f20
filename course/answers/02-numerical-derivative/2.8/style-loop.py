# points: 3.0
def relative_error(a, b):
    """The largest |a - b| by the largest |entry| of both, 0 for two zeros. a, b: same shape."""
    gap, size = 0.0, 0.0
    for one, other in zip(np.ravel(a), np.ravel(b)):
        gap = max(gap, abs(one - other))
        size = max(size, abs(one), abs(other))
    if size == 0:
        return 0.0
    return gap / size


best_h = 1e-5
why_tiny = " B"
