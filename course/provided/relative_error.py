def relative_error(a, b):
    """max|a - b| / max(max|a|, max|b|) over whole arrays; 0 for two zeros."""
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    size = max(np.max(np.abs(a)), np.max(np.abs(b)))
    return float(np.max(np.abs(a - b)) / size) if size > 0 else 0.0
