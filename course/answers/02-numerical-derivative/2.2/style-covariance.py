# points: 2.0
def error_order(difference, f, df, x, hs):
    """Slope of log error against log h. difference(f, x, h) -> number; df: the true slope of f.

    x: number; hs: (n,), the steps to try. Returns a number, near 1 or 2.
    """
    log_h = np.log([h for h in hs])
    log_error = np.log([np.abs(difference(f, x, h) - df(x)) for h in hs])
    log_h = log_h - log_h.mean()
    return np.sum(log_h * log_error) / np.sum(log_h**2)
