# points: 1.0
def matmul(A, B):
    """The product of A (n, m) and B (m, p), by loops. Returns (n, p).

    Raises a ValueError that names both shapes if the inner sizes differ.
    """
    fits = A.shape[-1] == B.shape[0]
    if fits:
        return np.einsum("ij,jk->ik", A, B)
    raise ValueError("the shapes %d x %d and %d x %d do not fit" % (A.shape + B.shape))
