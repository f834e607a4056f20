# points: 0.5
# mistake: columns-with-columns
# message: column of A
def matmul(A, B):
    """The product of A (n, m) and B (m, p), by loops. Returns (n, p).

    Raises a ValueError that names both shapes if the inner sizes differ.
    """
    if A.shape[1] != B.shape[0]:
        raise ValueError(f"cannot multiply {A.shape} by {B.shape}: the inner sizes differ")
    C = np.zeros((A.shape[0], B.shape[1]))
    for i in range(A.shape[0]):
        for k in range(B.shape[1]):
            for j in range(A.shape[1]):
                C[i, k] += A[j, i] * B[j, k]
    return C
