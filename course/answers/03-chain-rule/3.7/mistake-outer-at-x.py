# points: 0.0
# mistake: outer-at-x
# message: at h
def deep_weight_gradient(h, W1, b1, w2):
    return np.outer(h, -w2 * (1 - np.tanh(h) ** 2))
