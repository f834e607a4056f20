# points: 1.0
def to_rows(W_col, b_col, X_col):
    """From columns to rows. W_col: (n_out, n_in); b_col: (n_out, 1); X_col: (n_in, N).

    Returns (X, W, b): (N, n_in), (n_in, n_out), (n_out,).
    """
    X = np.array([X_col[:, n] for n in range(X_col.shape[1])])
    W = np.column_stack(list(W_col))
    b = np.array([row[0] for row in b_col])
    return [X, W, b]
