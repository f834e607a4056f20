# points: 0.0
# mistake: step-too-large
# message: step is too large
def check_gradients(loss, params, grads):
    """Compare gradients with central differences. loss: params -> float; params, grads: dicts.

    Returns a dict: the name of each parameter -> its relative error. params end as they began.
    """
    h, errors = 0.1, {}
    for name, values in params.items():
        slopes = np.zeros(values.shape)
        for place in np.ndindex(values.shape):
            kept = values[place]
            values[place] = kept + h
            above = loss(params)
            values[place] = kept - h
            slopes[place] = (above - loss(params)) / (2 * h)
            values[place] = kept
        errors[name] = relative_error(grads[name], slopes)
    return errors
