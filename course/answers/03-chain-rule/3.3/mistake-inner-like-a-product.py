# points: 0.0
# mistake: inner-like-a-product
# message: slope of a sum
def square_of_sum(x, y):
    w = x + y
    return w**2, 2 * w * x, 2 * w * y
