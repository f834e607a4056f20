# points: 1.0
from functools import reduce


def coupled_recurrence(a1, b1, n):
    def step_on(state, _):
        return np.array([[1, 2], [2, 3]]) @ state + np.array([2, 1])

    a, b = reduce(step_on, range(1, n), np.array([a1, b1]))
    return [a, b]
