# points: 4.0
def perceptron(x1, x2, w1, w2, b):
    """1 where w1 x1 + w2 x2 + b >= 0, else 0. x1, x2: numbers or arrays; w1, w2, b: numbers."""
    z = b
    for w, x in zip((w1, w2), (x1, x2)):
        z = z + w * x
    return step(z)


weights = {}
for name, sign, theta in [("and", 1, 1.5), ("nand", -1, 1.5), ("or", 1, 0.5), ("nor", -1, 0.5)]:
    weights[name] = (sign * 1.0, sign * 1.0, -sign * theta)
not_weights = (-10, 5)
