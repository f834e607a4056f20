# points: 1.5
# mistake: capital-names
# message: small letters
def perceptron(x1, x2, w1, w2, b):
    """1 where w1 x1 + w2 x2 + b >= 0, else 0. x1, x2: numbers or arrays; w1, w2, b: numbers."""
    return step(w1 * x1 + w2 * x2 + b)


weights = {"AND": (3, 3, -4), "NAND": (-3, -3, 4), "OR": (3, 3, -2), "NOR": (-3, -3, 2)}
not_weights = (-2, 1)
