# points: 0.0
# mistake: always-from-one
# message: whatever
def coupled_recurrence(a1, b1, n):
    a, b = 1, 1
    for _ in range(n - 1):
        a, b = a + 2 * b + 2, 2 * a + 3 * b + 1
    return a, b
