# points: 3.0
# mistake: and-bias-minus-two
# message: table of OR
def perceptron(x1, x2, w1, w2, b):
    """1 where w1 x1 + w2 x2 + b >= 0, else 0. x1, x2: numbers or arrays; w1, w2, b: numbers."""
    return step(w1 * x1 + w2 * x2 + b)


weights = {
    "and": (3, 3, -2),
    "nand": (-3, -3, 4),
    "or": (3, 3, -2),
    "nor": (-3, -3, 2),
}
not_weights = (-2, 1)
