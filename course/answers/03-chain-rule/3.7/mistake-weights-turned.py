# points: 0.0
# mistake: weights-turned
# message: columns of W1
def deep_weight_gradient(h, W1, b1, w2):
    a = np.tanh(W1 @ h + b1)
    return np.outer(h, -w2 * (1 - a**2))
