# %% ex-98-6
def batches(items, size):
    while True:
        yield items[:size]
