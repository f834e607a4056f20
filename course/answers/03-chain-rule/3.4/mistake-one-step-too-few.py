# points: 0.0
# mistake: one-step-too-few
# message: one step too few
def coupled_recurrence(a1, b1, n):
    a, b = a1, b1
    for _ in range(n - 2):
        a, b = a + 2 * b + 2, 2 * a + 3 * b + 1
    return a, b
