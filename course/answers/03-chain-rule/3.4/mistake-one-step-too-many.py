# points: 0.0
# mistake: one-step-too-many
# message: one step too many
def coupled_recurrence(a1, b1, n):
    a, b = a1, b1
    for _ in range(n):
        a, b = a + 2 * b + 2, 2 * a + 3 * b + 1
    return a, b
