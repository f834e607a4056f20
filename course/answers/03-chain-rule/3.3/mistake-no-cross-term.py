# points: 0.0
# mistake: no-cross-term
# message: square of a sum
def square_of_sum(x, y):
    return x**2 + y**2, 2 * (x + y), 2 * (x + y)
