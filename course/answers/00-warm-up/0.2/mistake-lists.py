# points: 0.5
# mistake: lists
# message: np.array
def matmul(A, B):
    """The product of A (n, m) and B (m, p), by loops. Returns (n, p).

    Raises a ValueError that names both shapes if the inner sizes differ.
    """
    if A.shape[1] != B.shape[0]:
        raise ValueError(f"cannot multiply {A.shape} by {B.shape}: the inner sizes differ")
    columns = list(zip(*B, strict=True))
    return [[float(np.dot(row, column)) for column in columns] for row in A]
