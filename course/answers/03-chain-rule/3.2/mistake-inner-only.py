# points: 0.0
# mistake: inner-only
# message: outer slope
def composite(x):
    t = 3 * x**2
    return t, np.exp(t), 6 * x
