# points: 2.0
def traced_gradient(f, x, h=1e-5):
    """The gradient as in 2.4, (grad, rows), printing on the way.

    rows: one (index, x[index], f_plus, f_minus, slope) for each entry; index: a tuple.
    """
    x = x.astype(float)
    print(f"debug 1. initial input variable = {x}")
    grad = np.zeros_like(x)
    print(f"debug 2. initial grad = {grad}")
    rows = []
    it = np.nditer(x, flags=["multi_index"], op_flags=["readwrite"])
    while not it.finished:
        idx = it.multi_index
        old = float(x[idx])
        print(f"debug 3. idx = {idx}, x[idx] = {x[idx]}")
        x[idx] = old + h
        plus = f(x)
        x[idx] = old - h
        minus = f(x)
        x[idx] = old
        grad[idx] = (plus - minus) / (2 * h)
        print(f"debug 4. grad[idx] = {grad[idx]}")
        print(f"debug 5. grad = {grad}")
        rows.append((idx, old, plus, minus, float(grad[idx])))
        it.iternext()
    return grad, rows
