# points: 1.0
# mistake: place-not-printed
# message: place
def traced_gradient(f, x, h=1e-5):
    """The gradient as in 2.4, (grad, rows), printing on the way.

    rows: one (index, x[index], f_plus, f_minus, slope) for each entry; index: a tuple.
    """
    grad, rows = np.zeros(x.shape), []
    print("x =", x)
    print("gradient at the start =", grad)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        f_plus, f_minus = f(x + step), f(x - step)
        grad[index] = (f_plus - f_minus) / (2 * h)
        print("slope =", grad[index])
        rows.append((index, x[index], f_plus, f_minus, grad[index]))
    print("gradient =", grad)
    return grad, rows
