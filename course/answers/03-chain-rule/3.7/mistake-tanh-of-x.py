# points: 0.0
# mistake: tanh-of-x
# message: the output of tanh
def deep_weight_gradient(h, W1, b1, w2):
    g = h @ W1 + b1
    return np.outer(h, -w2 * (1 - g**2))
