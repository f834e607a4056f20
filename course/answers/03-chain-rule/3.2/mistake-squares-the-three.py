# points: 0.0
# mistake: squares-the-three
# message: only x is squared
def composite(x):
    t = (3 * x) ** 2
    y = np.exp(t)
    return t, y, y * 18 * x
