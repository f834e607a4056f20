# points: 0.5
# mistake: entry-by-entry
# message: entry by entry
def matmul(A, B):
    """The product of A (n, m) and B (m, p), by loops. Returns (n, p).

    Raises a ValueError that names both shapes if the inner sizes differ.
    """
    if A.shape[1] != B.shape[0]:
        raise ValueError(f"cannot multiply {A.shape} by {B.shape}: the inner sizes differ")
    return A * B
