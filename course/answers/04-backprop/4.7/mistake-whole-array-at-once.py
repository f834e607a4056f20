# points: 0.0
# mistake: whole-array-at-once
# message: all its entries at once
def check_gradients(loss, params, grads):
    """Compare gradients with central differences. loss: params -> float; params, grads: dicts.

    Returns a dict: the name of each parameter -> its relative error. params end as they began.
    """
    h, errors = 1e-5, {}
    for name, values in params.items():
        slopes = np.zeros(values.shape)
        up, down = ({**params, name: values + s} for s in (h, -h))
        slopes[...] = (loss(up) - loss(down)) / (2 * h)
        errors[name] = relative_error(grads[name], slopes)
    return errors
