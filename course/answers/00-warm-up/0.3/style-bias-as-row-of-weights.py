# points: 1.0
def linear(X, W, b):
    """A layer: X (N, n_in), W (n_in, n_out), b (n_out,). Returns (N, n_out), a row a sample."""
    ones = np.ones((len(X), 1))
    return np.hstack([X, ones]) @ np.vstack([W, b])
