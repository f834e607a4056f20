# points: 0.0
# mistake: transposed
# message: transpose
def deep_weight_gradient(h, W1, b1, w2):
    a = np.tanh(h @ W1 + b1)
    return np.outer(-w2 * (1 - a**2), h)
