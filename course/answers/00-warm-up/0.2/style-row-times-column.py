# points: 1.0
def matmul(A, B):
    """The product of A (n, m) and B (m, p), by loops. Returns (n, p).

    Raises a ValueError that names both shapes if the inner sizes differ.
    """
    (n, m), (rows, columns) = A.shape, B.shape
    if m != rows:
        raise ValueError(f"shapes {n}x{m} and {rows}x{columns} do not fit")
    C = np.empty((n, columns))
    for i, row in enumerate(A):
        for k, column in enumerate(B.T):
            C[i, k] = np.dot(row, column)
    return C
