# points: 0.0
# mistake: scalars-only
# message: one number a step
def gradient_descent(grad, x0, lr, steps):
    """Follow -grad from x0. grad: function, x -> array of x's shape; x0: number or array.

    Returns the trace, (steps + 1, *shape of x0): the start, and the point after every step.
    """
    x = x0
    trace = np.zeros(steps + 1)
    trace[0] = x
    for n in range(steps):
        x = x - lr * grad(x)
        trace[n + 1] = x
    return trace
