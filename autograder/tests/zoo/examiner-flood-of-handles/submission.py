# %% ex-98-1
def double(x):
    return tuple(object() for _ in range(200_000))
