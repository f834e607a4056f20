# points: 0.0
# mistake: output-weight-forgotten
# message: from y back to a
def deep_weight_gradient(h, W1, b1, w2):
    a = np.tanh(h @ W1 + b1)
    return np.outer(h, -(1 - a**2))
