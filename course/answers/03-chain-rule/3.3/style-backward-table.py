# points: 2.0
def square_of_sum(x, y):
    grads = {"z": 1.0, "w": 0.0, "x": 0.0, "y": 0.0}
    w = sum((x, y))
    for child, parent, local in [("z", "w", 2 * w), ("w", "x", 1), ("w", "y", 1)]:
        grads[parent] += grads[child] * local
    return w * w, grads["x"], grads["y"]
