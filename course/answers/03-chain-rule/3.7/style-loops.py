# points: 2.0
def deep_weight_gradient(h, W1, b1, w2):
    gradient = np.zeros((2, 2))
    for j in range(2):
        for k in range(2):
            g = h[0] * W1[0, k] + h[1] * W1[1, k] + b1[k]
            gradient[j, k] = -1 * w2[k] * (1 - np.tanh(g) ** 2) * h[j]
    return gradient
