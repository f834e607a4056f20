# points: 2.0
def deep_weight_gradient(h, W1, b1, w2):
    up, down = np.exp(h @ W1 + b1), np.exp(-(h @ W1 + b1))
    return (h[:, None] * -w2) * 4 / (up + down) ** 2
