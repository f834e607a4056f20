# points: 0.0
# mistake: one-after-the-other
# message: already new
def coupled_recurrence(a1, b1, n):
    a, b = a1, b1
    for _ in range(n - 1):
        a = a + 2 * b + 2
        b = 2 * a + 3 * b + 1
    return a, b
