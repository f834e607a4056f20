# points: 1.0
def f_matrix(M):
    """w x + x y z + 3 w + z y^2 for M = [[w, x], [y, z]], shape (2, 2). Returns a number."""
    return M[0, 0] * (M[0, 1] + 3) + M[1, 0] * M[1, 1] * (M[0, 1] + M[1, 0])
