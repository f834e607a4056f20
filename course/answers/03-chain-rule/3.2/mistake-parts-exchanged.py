# points: 0.0
# mistake: parts-exchanged
# message: in this order
def composite(x):
    t = 3 * x**2
    y = np.exp(t)
    return y, t, y * 6 * x
