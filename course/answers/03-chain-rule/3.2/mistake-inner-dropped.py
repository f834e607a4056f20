# points: 0.0
# mistake: inner-dropped
# message: inner slope
def composite(x):
    t = 3 * x**2
    y = np.exp(t)
    return t, y, y
