# points: 0.0
# mistake: samples-summed
# message: added together
def linear(X, W, b):
    """A layer: X (N, n_in), W (n_in, n_out), b (n_out,). Returns (N, n_out), a row a sample."""
    return np.sum(X @ W, axis=0) + b
