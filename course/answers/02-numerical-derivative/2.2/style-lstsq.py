# points: 2.0
def error_order(difference, f, df, x, hs):
    """Slope of log error against log h. difference(f, x, h) -> number; df: the true slope of f.

    x: number; hs: (n,), the steps to try. Returns a number, near 1 or 2.
    """
    exact = df(x)
    errors = np.array([difference(f, x, h) for h in hs]) - exact
    A = np.column_stack([np.ones(len(hs)), np.log10(hs)])
    solution = np.linalg.lstsq(A, np.log10(np.abs(errors)), rcond=None)[0]
    return float(solution[1])
