# points: 1.0
def linear(X, W, b):
    """A layer: X (N, n_in), W (n_in, n_out), b (n_out,). Returns (N, n_out), a row a sample."""
    Z = np.empty((len(X), len(b)))
    for i, x in enumerate(X):
        for k in range(len(b)):
            Z[i, k] = neuron(x, W[:, k], b[k])
    return Z
