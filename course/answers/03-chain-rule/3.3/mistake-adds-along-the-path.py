# points: 0.0
# mistake: adds-along-the-path
# message: multiplied along
def square_of_sum(x, y):
    w = x + y
    return w**2, 2 * w + 1, 2 * w + 1
