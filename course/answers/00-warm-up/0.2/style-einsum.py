# points: 1.0
def matmul(A, B):
    """The product of A (n, m) and B (m, k), by loops. Returns (n, k).

    Raises a ValueError that names both shapes if the inner sizes differ.
    """
    try:
        return np.einsum("ij,jk->ik", A, B)
    except ValueError as error:
        raise ValueError(f"{A.shape} {B.shape}") from error
