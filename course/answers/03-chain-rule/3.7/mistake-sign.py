# points: 0.0
# mistake: sign
# message: opposite sign
def deep_weight_gradient(h, W1, b1, w2):
    a = np.tanh(h @ W1 + b1)
    return np.outer(h, w2 * (1 - a**2))
