# points: 2.0
def error_order(difference, f, df, x, hs):
    """Slope of log error against log h. difference(f, x, h) -> number; df: the true slope of f.

    x: number; hs: (n,), the steps to try. Returns a number, near 1 or 2.
    """
    smallest, largest = min(hs), max(hs)
    before = abs(df(x) - difference(f, x, smallest))
    after = abs(df(x) - difference(f, x, largest))
    return np.log(after / before) / np.log(largest / smallest)
