# points: 0.0
# mistake: outputs-summed
# message: one number for each sample
def linear(X, W, b):
    """A layer: X (N, n_in), W (n_in, n_out), b (n_out,). Returns (N, n_out), a row a sample."""
    return np.sum(X @ W + b, axis=1)
