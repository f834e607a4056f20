# points: 2.0
def traced_gradient(f, x, h=1e-5):
    """The gradient as in 2.4, (grad, rows), printing on the way.

    rows: one (index, x[index], f_plus, f_minus, slope) for each entry; index: a tuple.
    """
    lines = [f"from {x}", f"with {0 * x}"]
    grad, rows = numerical_gradient(f, x, h), []
    for index, value in np.ndenumerate(x):
        up, down = x.astype(float), x.astype(float)
        up[index], down[index] = value + h, value - h
        rows.append((index, value, f(up), f(down), grad[index]))
        lines += [f"{index}: {value}", f"{grad[index]:.4f}"]
    print("\n".join([*lines, f"to {grad}"]))
    return grad, tuple(rows)
