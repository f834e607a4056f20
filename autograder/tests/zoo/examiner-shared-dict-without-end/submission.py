# %% ex-98-5
def descend(params, grads, rate):
    for number in range(300_000):
        params[number] = [number]
