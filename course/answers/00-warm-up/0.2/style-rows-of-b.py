# points: 1.0
def matmul(A, B):
    """The product of A (n, m) and B (m, p), by loops. Returns (n, p).

    Raises a ValueError that names both shapes if the inner sizes differ.
    """
    class ShapeError(ValueError):
        pass

    if A.shape[1] != B.shape[0]:
        raise ShapeError(f"inner sizes differ: {list(A.shape)} @ {list(B.shape)}")
    rows = []
    for weights in A:
        mixed = 0 * B[0]
        for weight, row in zip(weights, B, strict=True):
            mixed = mixed + weight * row
        rows.append(mixed)
    return np.vstack(rows)
