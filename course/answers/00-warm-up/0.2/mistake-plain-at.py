# points: 0.5
# mistake: plain-at
# message: `@`
def matmul(A, B):
    """The product of A (n, m) and B (m, p), by loops. Returns (n, p).

    Raises a ValueError that names both shapes if the inner sizes differ.
    """
    return A @ B
