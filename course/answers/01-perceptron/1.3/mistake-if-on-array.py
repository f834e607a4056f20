# points: 2.5
# mistake: if-on-array
# message: whole array
def perceptron(x1, x2, w1, w2, b):
    """1 where w1 x1 + w2 x2 + b >= 0, else 0. x1, x2: numbers or arrays; w1, w2, b: numbers."""
    z = w1 * x1 + w2 * x2 + b
    if z >= 0:
        return 1
    return 0


weights = {
    "and": (3, 3, -4),
    "nand": (-3, -3, 4),
    "or": (3, 3, -2),
    "nor": (-3, -3, 2),
}
not_weights = (-2, 1)
