# points: 0.0
# mistake: alias-taken-for-copy
# message: never moves
def check_gradients(loss, params, grads):
    """Compare gradients with central differences. loss: params -> float; params, grads: dicts.

    Returns a dict: the name of each parameter -> its relative error. params end as they began.
    """
    h, errors = 1e-5, {}
    for name, values in params.items():
        slopes = np.zeros(values.shape)
        for place in np.ndindex(values.shape):
            moved = values.copy()
            moved[place] += h
            above = loss(params)
            moved[place] -= 2 * h
            slopes[place] = (above - loss(params)) / (2 * h)
        errors[name] = relative_error(grads[name], slopes)
    return errors
