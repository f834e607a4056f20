# points: 0.0
# mistake: changes-the-start
# message: changed the start
def gradient_descent(grad, x0, lr, steps):
    """Follow -grad from x0. grad: function, x -> array of x's shape; x0: number or array.

    Returns the trace, (steps + 1, *shape of x0): the start, and the point after every step.
    """
    x = x0
    trace = [np.array(x, dtype=float)]
    for _ in range(steps):
        x -= lr * grad(x)
        trace.append(np.array(x, dtype=float))
    return np.array(trace)
