# %% own
factor = 3
history = []
# %% ex-98-1
def double(x, seen=[]):
    global factor
    factor = 2
    seen.append(x)
    history.append(x)
    double.calls = getattr(double, "calls", 0) + 1
    return factor * x
# %% own-2
factor = 7
del history[:]
