# points: 2.0
def gradient_descent(grad, x0, lr, steps):
    """Follow -grad from x0. grad: function, x -> array of x's shape; x0: number or array.

    Returns the trace, (steps + 1, *shape of x0): the start, and the point after every step.
    """
    start = np.asarray(x0, dtype=float)
    trace = np.empty((steps + 1, *start.shape))
    trace[0] = start
    for n in range(steps):
        trace[n + 1] = trace[n] - lr * np.asarray(grad(trace[n]))
    return trace
