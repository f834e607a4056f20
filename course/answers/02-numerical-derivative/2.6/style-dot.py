# points: 1.0
def f_matrix(M):
    """w x + x y z + 3 w + z y^2 for M = [[w, x], [y, z]], shape (2, 2). Returns a number."""
    w, x, y, z = M.flatten().tolist()
    return float(np.dot([w, y, 3, y * y], [x, x * z, w, z]))
