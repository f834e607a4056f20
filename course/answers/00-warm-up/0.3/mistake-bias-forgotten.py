# points: 0.0
# mistake: bias-forgotten
# message: without the bias
def linear(X, W, b):
    """A layer: X (N, n_in), W (n_in, n_out), b (n_out,). Returns (N, n_out), a row a sample."""
    return X @ W
