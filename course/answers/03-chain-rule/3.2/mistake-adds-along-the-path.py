# points: 0.0
# mistake: adds-along-the-path
# message: multiplied along
def composite(x):
    t = 3 * x**2
    y = np.exp(t)
    return t, y, y + 6 * x
