# points: 2.0
def check_gradients(loss, params, grads):
    """Compare gradients with central differences. loss: params -> float; params, grads: dicts.

    Returns a dict: the name of each parameter -> its relative error. params end as they began.
    """
    errors = {}
    for name in params:
        slopes = np.empty_like(params[name])
        for place, value in np.ndenumerate(params[name]):
            around = []
            for step in (1e-5, -1e-5):
                moved = params[name].copy()
                moved[place] = value + step
                around.append(loss({**params, name: moved}))
            slopes[place] = (around[0] - around[1]) / 2e-5
        errors[name] = relative_error(grads[name], slopes)
    return errors
