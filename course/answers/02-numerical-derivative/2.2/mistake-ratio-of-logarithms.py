# points: 0.0
# mistake: ratio-of-logarithms
# message: ratio
def error_order(difference, f, df, x, hs):
    """Slope of log error against log h. difference(f, x, h) -> number; df: the true slope of f.

    x: number; hs: (n,), the steps to try. Returns a number, near 1 or 2.
    """
    errors = [abs(difference(f, x, h) - df(x)) for h in hs]
    return np.mean(np.log(errors) / np.log(hs))
