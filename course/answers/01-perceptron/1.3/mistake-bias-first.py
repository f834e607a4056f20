# points: 1.5
# mistake: bias-first
# message: comes last
def perceptron(x1, x2, w1, w2, b):
    """1 where w1 x1 + w2 x2 + b >= 0, else 0. x1, x2: numbers or arrays; w1, w2, b: numbers."""
    return step(w1 * x1 + w2 * x2 + b)


weights = {
    "and": (-4, 3, 3),
    "nand": (4, -3, -3),
    "or": (-2, 3, 3),
    "nor": (2, -3, -3),
}
not_weights = (1, -2)
