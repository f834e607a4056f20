# points: 1.0
def coupled_recurrence(a1, b1, n):
    """(a_n, b_n) of the lecture's recurrence. a1, b1: the start, n = 1; n: index, at least 1."""
    a, b = a1, b1
    for _ in range(n - 1):
        a, b = a + 2 * b + 2, 2 * a + 3 * b + 1
    return a, b
