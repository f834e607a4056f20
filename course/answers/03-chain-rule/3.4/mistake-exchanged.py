# points: 0.0
# mistake: exchanged
# message: in this order
def coupled_recurrence(a1, b1, n):
    a, b = a1, b1
    for _ in range(n - 1):
        a, b = a + 2 * b + 2, 2 * a + 3 * b + 1
    return b, a
