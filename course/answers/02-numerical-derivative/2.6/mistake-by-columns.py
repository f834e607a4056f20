# points: 0.0
# mistake: by-columns
# message: second row
def f_matrix(M):
    """w x + x y z + 3 w + z y^2 for M = [[w, x], [y, z]], shape (2, 2). Returns a number."""
    w, y, x, z = M.ravel()
    return w * x + x * y * z + 3 * w + z * y**2
