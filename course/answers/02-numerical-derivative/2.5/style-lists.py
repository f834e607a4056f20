# points: 2.0
def traced_gradient(f, x, h=1e-5):
    """The gradient as in 2.4, (grad, rows), printing on the way.

    rows: one (index, x[index], f_plus, f_minus, slope) for each entry; index: a tuple.
    """
    point, rows = np.array(x, dtype=float), []
    print(point.tolist(), np.zeros(x.shape).tolist(), sep="\n")
    for k, index in enumerate(np.ndindex(x.shape)):
        unit = np.eye(x.size)[k].reshape(x.shape)
        ends = [f(point + sign * h * unit) for sign in (1, -1)]
        rows.append([index, point[index], *ends, (ends[0] - ends[1]) / (2 * h)])
        print(*rows[-1])
    grad = np.array([row[4] for row in rows]).reshape(x.shape)
    print(grad.tolist())
    return grad, rows
