# points: 2.0
def gradient_descent(grad, x0, lr, steps):
    """Follow -grad from x0. grad: function, x -> array of x's shape; x0: number or array.

    Returns the trace, (steps + 1, *shape of x0): the start, and the point after every step.
    """
    from itertools import accumulate

    def one_more(x, _):
        return x - lr * np.asarray(grad(x))

    points = accumulate(range(steps), one_more, initial=np.array(x0, dtype=float))
    return np.array(list(points))
