# points: 0.0
# mistake: two-forgotten
# message: half
def square_of_sum(x, y):
    w = x + y
    return w**2, w, w
