# %% ex-98-1
def double(x):
    return np.broadcast_to(np.float64(1.0), (2**25, 2**20))
# %% ex-98-3
def gradient(f, x):
    return np.ones(2**33)
