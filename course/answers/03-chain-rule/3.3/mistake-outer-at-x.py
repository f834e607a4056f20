# points: 0.0
# mistake: outer-at-x
# message: at w
def square_of_sum(x, y):
    w = x + y
    return w**2, 2 * x, 2 * y
