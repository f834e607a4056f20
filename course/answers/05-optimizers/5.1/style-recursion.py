# points: 2.0
def gradient_descent(grad, x0, lr, steps):
    """Follow -grad from x0. grad: function, x -> array of x's shape; x0: number or array.

    Returns the trace, (steps + 1, *shape of x0): the start, and the point after every step.
    """
    def walk(x, left):
        return [x] if left == 0 else [x, *walk(x + -lr * np.asarray(grad(x)), left - 1)]

    return np.stack(walk(np.asarray(x0) * 1.0, steps))
