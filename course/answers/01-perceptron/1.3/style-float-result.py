# points: 4.0
def perceptron(x1, x2, w1, w2, b):
    """1 where w1 x1 + w2 x2 + b >= 0, else 0. x1, x2: numbers or arrays; w1, w2, b: numbers."""
    total = np.multiply(w1, x1) + np.multiply(w2, x2) + b
    return np.where(total < 0, 0.0, 1.0)


weights = dict(zip(("and", "nand", "or", "nor"), [[20, 20, -30], [-20, -20, 30], [20, 20, -10], [-20, -20, 10]]))
not_weights = np.array([-20, 10])
