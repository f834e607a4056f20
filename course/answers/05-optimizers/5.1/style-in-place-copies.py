# points: 2.0
def gradient_descent(grad, x0, lr, steps):
    """Follow -grad from x0. grad: function, x -> array of x's shape; x0: number or array.

    Returns the trace, (steps + 1, *shape of x0): the start, and the point after every step.
    """
    x = np.array(x0, dtype=float)
    trace = [x.copy()]
    while len(trace) <= steps:
        x -= np.multiply(grad(x), lr)
        trace.append(x.copy())
    return np.stack(trace, axis=0)
