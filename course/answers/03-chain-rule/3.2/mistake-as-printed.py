# points: 0.0
# mistake: as-printed
# message: inner slope twice
def composite(x):
    t = 3 * x**2
    y = np.exp(t)
    return t, y, 36 * x**2 * y
