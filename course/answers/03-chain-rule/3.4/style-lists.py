# points: 1.0
def coupled_recurrence(a1, b1, n):
    a_all, b_all = [a1], [b1]
    while len(a_all) < n:
        before_a, before_b = a_all[-1], b_all[-1]
        a_all.append(before_a + 2 * before_b + 2)
        b_all.append(2 * before_a + 3 * before_b + 1)
    return np.array([a_all[n - 1], b_all[n - 1]])
