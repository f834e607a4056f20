# points: 2.0
def check_gradients(loss, params, grads):
    """Compare gradients with central differences. loss: params -> float; params, grads: dicts.

    Returns a dict: the name of each parameter -> its relative error. params end as they began.
    """
    h = 2e-5
    result = {}
    for name in grads:
        flat = params[name].reshape(-1)
        slopes = []
        for i in range(flat.size):
            bump = np.zeros(flat.size)
            bump[i] = h
            shape = params[name].shape
            up = loss(params | {name: (flat + bump).reshape(shape)})
            down = loss(params | {name: (flat - bump).reshape(shape)})
            slopes.append((up - down) / (2 * h))
        result[name] = relative_error(np.ravel(grads[name]), np.array(slopes))
    return result
