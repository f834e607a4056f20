# points: 1.0
def to_rows(W_col, b_col, X_col):
    """From columns to rows. W_col: (n_out, n_in); b_col: (n_out, 1); X_col: (n_in, N).

    Returns (X, W, b): (N, n_in), (n_in, n_out), (n_out,).
    """
    def turn(M):
        return np.einsum("ij->ji", M)

    return turn(X_col).copy(), turn(W_col).copy(), b_col.reshape(-1)
