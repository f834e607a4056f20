# points: 2.0
def square_of_sum(x, y):
    z = x * x + 2 * x * y + y * y
    return z, 2 * x + 2 * y, 2 * y + 2 * x
