# points: 1.0
def to_rows(W_col, b_col, X_col):
    """From columns to rows. W_col: (n_out, n_in); b_col: (n_out, 1); X_col: (n_in, N).

    Returns (X, W, b): (N, n_in), (n_in, n_out), (n_out,).
    """
    n_out, n_in = W_col.shape
    samples = X_col.shape[1]
    X, W, b = np.empty((samples, n_in)), np.empty((n_in, n_out)), np.empty(n_out)
    for j in range(n_in):
        for n in range(samples):
            X[n, j] = X_col[j, n]
        for k in range(n_out):
            W[j, k] = W_col[k, j]
    for k in range(n_out):
        b[k] = b_col[k, 0]
    return X, W, b
