# points: 4.0
def perceptron(x1, x2, w1, w2, b):
    """1 where w1 x1 + w2 x2 + b >= 0, else 0. x1, x2: numbers or arrays; w1, w2, b: numbers."""
    return (w1 * np.asarray(x1) + w2 * np.asarray(x2)) >= -b


rows = np.array([[1.0, 2.0, -2.5], [-1.0, -2.0, 2.5], [2.0, 1.0, -0.9], [-2.0, -1.0, 0.9]])
weights = {name: row for name, row in zip(["and", "nand", "or", "nor"], rows)}
not_weights = [-1.0, 0.25]
