# points: 2.0
def square_of_sum(x, y):
    """z = w^2 with w = x + y. x, y: numbers. Returns (z, dz_dx, dz_dy)."""
    w = x + y
    dz_dw = 2 * w
    return w**2, dz_dw * 1, dz_dw * 1
