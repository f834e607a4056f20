# points: 2.0
def error_order(difference, f, df, x, hs):
    """Slope of log error against log h. difference(f, x, h) -> number; df: the true slope of f.

    x: number; hs: (n,), the steps to try. Returns a number, near 1 or 2.
    """
    table = {h: (difference(f, x, h=h) - df(x)) ** 2 for h in hs}
    slope, _ = np.polyfit(np.log(list(table)), [np.log(value) / 2 for value in table.values()], deg=1)
    return slope
