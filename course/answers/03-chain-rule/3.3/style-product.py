# points: 2.0
def square_of_sum(x, y):
    """The square as a product of two equal factors: each passes the other on."""
    left = right = x + y
    slope = right * 1 + left * 1
    return [left * right, slope, slope]
