# points: 4.0
def dropout_forward(A, keep_prob, rng, training=True):
    """Inverted dropout. A: any shape; each entry is kept with probability keep_prob.

    Returns (out, mask): mask has the shape of A, 1 where kept and 0 where dropped.
    With training=False nothing is dropped: A, and a mask of ones.
    """
    if not 0 < keep_prob <= 1:
        raise ValueError(f"keep_prob is {keep_prob}, expected more than 0 and at most 1")
    if training is False:
        return A.copy(), np.ones(A.shape, dtype=int)
    dropped = rng.random(size=A.shape) >= keep_prob
    out = A / keep_prob
    out[dropped] = 0
    return out, np.logical_not(dropped)


def dropout_backward(dA, mask, keep_prob):
    """Back through dropout. dA: slopes behind it; mask, keep_prob as in forward. Shape of dA."""
    dout = np.zeros_like(dA, dtype=float)
    dout[mask.astype(bool)] = dA[mask.astype(bool)] / keep_prob
    return dout
