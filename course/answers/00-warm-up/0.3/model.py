# points: 1.0
def linear(X, W, b):
    """A layer. X: (N, n_in), one sample a row; W: (n_in, n_out); b: (n_out,). Returns (N, n_out)."""
    return X @ W + b
