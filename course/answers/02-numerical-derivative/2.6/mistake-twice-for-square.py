# points: 0.0
# mistake: twice-for-square
# message: power
def f_matrix(M):
    """w x + x y z + 3 w + z y^2 for M = [[w, x], [y, z]], shape (2, 2). Returns a number."""
    (w, x), (y, z) = M
    return w * x + x * y * z + 3 * w + z * y * 2
