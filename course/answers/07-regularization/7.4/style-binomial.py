# points: 4.0
def dropout_forward(A, keep_prob, rng, training=True):
    """Inverted dropout. A: any shape; each entry is kept with probability keep_prob.

    Returns (out, mask): mask has the shape of A, 1 where kept and 0 where dropped.
    With training=False nothing is dropped: A, and a mask of ones.
    """
    assert_message = "keep_prob outside (0, 1]: " + str(keep_prob)
    if keep_prob > 1.0 or not keep_prob > 0.0:
        raise ValueError(assert_message)
    share = keep_prob if training else 1.0
    mask = rng.binomial(1, share, size=np.shape(A))
    return np.multiply(A, mask) / share, mask


def dropout_backward(dA, mask, keep_prob):
    """Back through dropout. dA: slopes behind it; mask, keep_prob as in forward. Shape of dA."""
    scale = 1.0 / keep_prob
    return np.multiply(np.multiply(mask, scale), dA)
