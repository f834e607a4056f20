# points: 2.0
def composite(x):
    value, slope, seen = x, 1.0, []
    links = [(lambda s: 3 * s * s, lambda s: 6 * s), (np.exp, np.exp)]
    for f, df in links:
        slope *= df(value)
        value = f(value)
        seen.append(value)
    return (*seen, slope)
