# points: 2.0
def check_gradients(loss, params, grads):
    """Compare gradients with central differences. loss: params -> float; params, grads: dicts.

    Returns a dict: the name of each parameter -> its relative error. params end as they began.
    """
    def slope(name, which):
        steps = {key: np.zeros(value.shape) for key, value in params.items()}
        steps[name][which] = 1e-5
        ends = [loss({k: params[k] + s * steps[k] for k in params}) for s in (1, -1)]
        return (ends[0] - ends[1]) / 2e-5

    def slopes(name):
        shape = params[name].shape
        return np.array([slope(name, i) for i in np.ndindex(shape)]).reshape(shape)

    return {name: relative_error(grads[name], slopes(name)) for name in params}
