# %% ex-98-3
def gradient(f, x):
    large = np.ones((1500, 1500))
    view = np.lib.stride_tricks.as_strided(large, (1500, 1500, 1), (0, 0, 0))
    for _ in range(200):
        f(large)
        f(view)
    return f(10**400)
