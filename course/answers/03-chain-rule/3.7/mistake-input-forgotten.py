# points: 0.0
# mistake: input-forgotten
# message: last link
def deep_weight_gradient(h, W1, b1, w2):
    a = np.tanh(h @ W1 + b1)
    return np.outer(np.ones(2), -w2 * (1 - a**2))
