# points: 1.0
def coupled_recurrence(a1, b1, n):
    if n == 1:
        return a1, b1
    a, b = coupled_recurrence(a1, b1, n - 1)
    return a + 2 * b + 2, 2 * a + 3 * b + 1
