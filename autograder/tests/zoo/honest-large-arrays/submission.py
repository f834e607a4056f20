# %% own
large = np.ones((1000, 1000, 12))
table_of_logs = {n: np.log(n) for n in range(1, 20_000)}
# %% ex-98-1
def double(x):
    work = np.ones((1000, 1000)) * 2
    return x * (large[0, 0, 0] + work[0, 0] - 1)
# %% ex-98-6
def batches(items, size):
    padded = np.concatenate([items, np.zeros(2_000_000, items.dtype)])
    for start in range(0, len(items), size):
        yield padded[start : min(start + size, len(items))]
