# points: 0.5
# mistake: reshaped
# message: reshape
def to_rows(W_col, b_col, X_col):
    """From columns to rows. W_col: (n_out, n_in); b_col: (n_out, 1); X_col: (n_in, N).

    Returns (X, W, b): (N, n_in), (n_in, n_out), (n_out,).
    """
    return X_col.reshape(X_col.shape[::-1]), W_col.reshape(W_col.shape[::-1]), b_col[:, 0]
