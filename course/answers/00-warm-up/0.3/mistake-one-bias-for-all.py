# points: 0.0
# mistake: one-bias-for-all
# message: first bias
def linear(X, W, b):
    """A layer: X (N, n_in), W (n_in, n_out), b (n_out,). Returns (N, n_out), a row a sample."""
    return X @ W + b[0]
