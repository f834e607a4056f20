# points: 0.0
# mistake: both-paths-at-once
# message: each on its own
def square_of_sum(x, y):
    w = x + y
    return w**2, 4 * w, 4 * w
