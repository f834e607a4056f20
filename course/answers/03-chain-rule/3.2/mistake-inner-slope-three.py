# points: 0.0
# mistake: inner-slope-three
# message: slope of 3x² is
def composite(x):
    t = 3 * x**2
    y = np.exp(t)
    return t, y, y * 3 * x
