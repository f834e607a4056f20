# points: 2.0
def error_order(difference, f, df, x, hs):
    """Slope of log error against log h. difference(f, x, h) -> number; df: the true slope of f.

    x: number; hs: (n,), the steps to try. Returns a number, near 1 or 2.
    """
    slopes = []
    ordered = sorted(float(h) for h in hs)
    for i in range(len(ordered) - 1):
        near, far = ordered[i], ordered[i + 1]
        ratio = abs(difference(f, x, far) - df(x)) / abs(difference(f, x, near) - df(x))
        slopes.append(np.log2(ratio) / np.log2(far / near))
    return sum(slopes) / len(slopes)
