# points: 0.0
# mistake: inner-only
# message: outer slope
def square_of_sum(x, y):
    w = x + y
    return w**2, 1.0, 1.0
