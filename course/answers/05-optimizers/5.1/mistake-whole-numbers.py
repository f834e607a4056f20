# points: 0.0
# mistake: whole-numbers
# message: whole numbers
def gradient_descent(grad, x0, lr, steps):
    """Follow -grad from x0. grad: function, x -> array of x's shape; x0: number or array.

    Returns the trace, (steps + 1, *shape of x0): the start, and the point after every step.
    """
    x = np.array(x0)
    trace = np.zeros((steps + 1, *x.shape), dtype=x.dtype)
    trace[0] = x
    for n in range(steps):
        trace[n + 1] = trace[n] - lr * grad(trace[n])
    return trace
