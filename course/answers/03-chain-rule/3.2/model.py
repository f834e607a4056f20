# points: 2.0
def composite(x):
    """y = e^t with t = 3 x^2. x: a number. Returns (t, y, dy_dx)."""
    t = 3 * x**2
    y = np.exp(t)
    return t, y, y * 6 * x
