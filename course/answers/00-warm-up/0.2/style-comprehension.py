# points: 1.0
def matmul(A, B):
    """The product of A (n, m) and B (m, p), by loops. Returns (n, p).

    Raises a ValueError that names both shapes if the inner sizes differ.
    """
    if len(B) != len(A[0]):
        raise ValueError("A has shape " + str(A.shape) + ", but B has shape " + str(B.shape))
    return np.array([[sum(a * b for a, b in zip(row, column, strict=True)) for column in B.T] for row in A])
