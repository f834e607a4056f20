# %% ex-98-4
def draw(rng, items, n):
    try:
        items.resize((0,), refcheck=False)
    except ValueError:
        items.shape = (2, -1)
    return items
# %% ex-98-5
def descend(params, grads, rate):
    for name in list(params):
        params[name].shape = (-1, 1, 1)
        params[name].dtype = np.uint8
    params.clear()
    params["self"] = params
    params[params["self"].__len__] = grads
    params[float("nan")] = params
