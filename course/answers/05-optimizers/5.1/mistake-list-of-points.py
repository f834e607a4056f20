# points: 0.0
# mistake: list-of-points
# message: still in a list
def gradient_descent(grad, x0, lr, steps):
    """Follow -grad from x0. grad: function, x -> array of x's shape; x0: number or array.

    Returns the trace, (steps + 1, *shape of x0): the start, and the point after every step.
    """
    x = np.array(x0, dtype=float)
    trace = [x]
    for _ in range(steps):
        x = x - lr * grad(x)
        trace.append(x)
    return trace
