# points: 0.0
# mistake: like-a-power
# message: power rule
def composite(x):
    t = 3 * x**2
    y = np.exp(t)
    return t, y, t * np.exp(t - 1) * 6 * x
