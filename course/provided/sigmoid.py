def sigmoid(z):
    """1 / (1 + e^(-z)), for a number or an array."""
    small = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1, small) / (1 + small)
