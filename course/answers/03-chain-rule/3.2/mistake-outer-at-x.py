# points: 0.0
# mistake: outer-at-x
# message: not at x
def composite(x):
    t = 3 * x**2
    y = np.exp(t)
    return t, y, np.exp(x) * 6 * x
