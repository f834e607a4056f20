# points: 4.0
def dropout_forward(A, keep_prob, rng, training=True):
    """Inverted dropout. A: any shape; each entry is kept with probability keep_prob.

    Returns (out, mask): mask has the shape of A, 1 where kept and 0 where dropped.
    With training=False nothing is dropped: A, and a mask of ones.
    """
    if keep_prob <= 0 or keep_prob > 1:
        raise ValueError("keep_prob must lie in (0, 1]")
    if not training:
        return A, np.ones_like(A)
    mask = (rng.uniform(size=A.shape) < keep_prob).astype(float)
    return mask * A / keep_prob, mask


def dropout_backward(dA, mask, keep_prob):
    """Back through dropout. dA: slopes behind it; mask, keep_prob as in forward. Shape of dA."""
    return np.where(mask == 1, dA / keep_prob, 0.0)
