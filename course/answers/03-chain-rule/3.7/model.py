# points: 2.0
def deep_weight_gradient(h, W1, b1, w2):
    """dL/dW1 for L = t - y, y = w2 . tanh(h @ W1 + b1). h, b1, w2: (2,); W1: (2, 2), as the result."""
    a = np.tanh(h @ W1 + b1)
    dL_dg = -w2 * (1 - a**2)
    return np.outer(h, dL_dg)
