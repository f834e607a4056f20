# %% ex-98-3
def gradient(f, x):
    slopes = np.empty_like(x)
    for n in range(len(x)):
        old = x[n]
        x[n] = old + 1e-5
        high = f(x)
        x[n] = old - 1e-5
        low = f(x)
        x[n] = old
        slopes[n] = (high - low) / 2e-5
    return slopes
# %% ex-98-5
def descend(params, grads, rate):
    for (name, w), g in zip(params.items(), grads.values()):
        np.subtract(w, rate * g, out=w)
    return params
