# points: 1.0
def f_matrix(M):
    """w x + x y z + 3 w + z y^2 for M = [[w, x], [y, z]], shape (2, 2). Returns a number."""
    flat = M.ravel()
    terms = {(0, 1): 1, (1, 2, 3): 1, (0,): 3, (3, 2, 2): 1}
    return float(sum(factor * np.prod(flat[list(places)]) for places, factor in terms.items()))
