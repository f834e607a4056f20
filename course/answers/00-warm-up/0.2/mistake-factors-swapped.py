# points: 0.0
# mistake: factors-swapped
# message: other order
def matmul(A, B):
    """The product of A (n, m) and B (m, k), by loops. Returns (n, k).

    Raises a ValueError that names both shapes if the inner sizes differ.
    """
    if A.shape[1] != B.shape[0]:
        raise ValueError(f"cannot multiply {A.shape} by {B.shape}: the inner sizes differ")
    return B @ A
