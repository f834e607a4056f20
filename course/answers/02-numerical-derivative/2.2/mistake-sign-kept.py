# points: 0.0
# mistake: sign-kept
# message: sign
def error_order(difference, f, df, x, hs):
    """Slope of log error against log h. difference(f, x, h) -> number; df: the true slope of f.

    x: number; hs: (n,), the steps to try. Returns a number, near 1 or 2.
    """
    errors = [difference(f, x, h) - df(x) for h in hs]
    return np.polyfit(np.log(hs), np.log(errors), 1)[0]
