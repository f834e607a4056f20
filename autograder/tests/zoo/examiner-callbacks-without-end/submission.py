# %% ex-98-3
def gradient(f, x):
    while True:
        f(x)
