# points: 0.0
# mistake: moves-for-points
# message: steps themselves
def gradient_descent(grad, x0, lr, steps):
    """Follow -grad from x0. grad: function, x -> array of x's shape; x0: number or array.

    Returns the trace, (steps + 1, *shape of x0): the start, and the point after every step.
    """
    x = np.array(x0, dtype=float)
    trace = [x]
    for _ in range(steps):
        move = -lr * grad(x)
        x = x + move
        trace.append(move)
    return np.array(trace)
