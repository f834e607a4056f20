# points: 2.5
# mistake: backward-new-mask
# message: a new mask
def dropout_forward(A, keep_prob, rng, training=True):
    """Inverted dropout. A: any shape; each entry is kept with probability keep_prob.

    Returns (out, mask): mask has the shape of A, 1 where kept and 0 where dropped.
    With training=False nothing is dropped: A, and a mask of ones.
    """
    if not 0 < keep_prob <= 1:
        raise ValueError(f"keep_prob is {keep_prob}, expected more than 0 and at most 1")
    mask = rng.random(A.shape) < keep_prob if training else np.ones(A.shape)
    return A * mask / (keep_prob if training else 1), mask


def dropout_backward(dA, mask, keep_prob):
    """Back through dropout. dA: slopes behind it; mask, keep_prob as in forward. Shape of dA."""
    mask = np.random.default_rng(0).random(dA.shape) < keep_prob
    return dA * mask / keep_prob
