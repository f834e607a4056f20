# %% ex-98-1
work = np.zeros(1000)


def double(x):
    if np.ndim(x) == 0:
        return np.broadcast_to(2 * x, (1,))[0]
    flat = work[: 2 * np.size(x) : 2]
    flat[:] = np.ravel(x) * 2
    return flat.reshape(np.shape(x))[::-1][::-1]
