# points: 0.0
# mistake: bias-forgotten
# message: bias
def deep_weight_gradient(h, W1, b1, w2):
    a = np.tanh(h @ W1)
    return np.outer(h, -w2 * (1 - a**2))
