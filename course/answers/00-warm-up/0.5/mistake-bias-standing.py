# points: 0.5
# mistake: bias-standing
# message: column
def to_rows(W_col, b_col, X_col):
    """From columns to rows. W_col: (n_out, n_in); b_col: (n_out, 1); X_col: (n_in, N).

    Returns (X, W, b): (N, n_in), (n_in, n_out), (n_out,).
    """
    return X_col.T, W_col.T, b_col
