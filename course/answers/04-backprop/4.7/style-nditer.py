# points: 2.0
def check_gradients(loss, params, grads):
    """Compare gradients with central differences. loss: params -> float; params, grads: dicts.

    Returns a dict: the name of each parameter -> its relative error. params end as they began.
    """
    errors = dict.fromkeys(params)
    for name in errors:
        x = params[name]
        found = np.zeros_like(x)
        walk = np.nditer(x, flags=["multi_index"])
        while not walk.finished:
            at = walk.multi_index
            old = float(x[at])
            x[at] = old + 1e-5
            plus = loss(params)
            x[at] = old - 1e-5
            minus = loss(params)
            x[at] = old
            found[at] = (plus - minus) / 2e-5
            walk.iternext()
        gap = np.max(np.abs(found - grads[name]))
        size = max(np.max(np.abs(found)), np.max(np.abs(grads[name])))
        errors[name] = float(gap / size) if size else 0.0
    return errors
