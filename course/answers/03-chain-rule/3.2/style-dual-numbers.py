# points: 2.0
def composite(x):
    """Every number carries its slope along: (value, slope)."""

    def times(a, b):
        return a[0] * b[0], a[0] * b[1] + a[1] * b[0]

    t = times((3.0, 0.0), times((x, 1.0), (x, 1.0)))
    y = np.exp(t[0]), np.exp(t[0]) * t[1]
    return t[0], y[0], y[1]
