# points: 2.0
def deep_weight_gradient(h, W1, b1, w2):
    """As the lecture writes it, with columns: W is (to, from); turned round at the end."""
    column = np.reshape(h, (2, 1))
    g = W1.T @ column + np.reshape(b1, (2, 1))
    delta = -np.reshape(w2, (2, 1)) * (1 - np.tanh(g) ** 2)
    return (delta @ column.T).T
