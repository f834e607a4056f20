# points: 4.0
def dropout_forward(A, keep_prob, rng, training=True):
    """Inverted dropout. A: any shape; each entry is kept with probability keep_prob.

    Returns (out, mask): mask has the shape of A, 1 where kept and 0 where dropped.
    With training=False nothing is dropped: A, and a mask of ones.
    """
    if not 0 < keep_prob <= 1:
        raise ValueError(f"keep_prob is {keep_prob}, expected more than 0 and at most 1")
    mask = np.ones(A.shape)
    out = np.array(A, dtype=float)
    if training:
        for place in np.ndindex(A.shape):
            mask[place] = rng.choice([0, 1], p=[1 - keep_prob, keep_prob])
            out[place] = A[place] / keep_prob if mask[place] else 0.0
    return out, mask


def dropout_backward(dA, mask, keep_prob):
    """Back through dropout. dA: slopes behind it; mask, keep_prob as in forward. Shape of dA."""
    out = np.empty(dA.shape)
    for place in np.ndindex(dA.shape):
        out[place] = dA[place] / keep_prob if mask[place] else 0
    return out
