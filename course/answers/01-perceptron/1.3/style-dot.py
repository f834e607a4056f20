# points: 4.0
def perceptron(x1, x2, w1, w2, b):
    """1 where w1 x1 + w2 x2 + b >= 0, else 0. x1, x2: numbers or arrays; w1, w2, b: numbers."""
    x = np.stack(np.broadcast_arrays(x1, x2, 1.0), axis=-1)
    return step(x @ np.array([w1, w2, b]))


pairs = {"and": (0.5, 0.5, -0.7), "or": (0.5, 0.5, -0.2)}
weights = dict(pairs)
for name, numbers in pairs.items():
    weights["n" + name] = tuple(-number for number in numbers)
not_weights = (-1, 0.5)
