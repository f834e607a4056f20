# points: 3.0
def mean_squared_error(y, t):
    """Mean of the squared differences of answers y and targets t, both (n,). A number."""
    total = 0.0
    for mine, wanted in zip(y, t):
        total += (mine - wanted) ** 2
    return total / len(t)


def polynomial_fit(x, t, degree, lam=0.0):
    """Weights of the polynomial for x and t, both (n,). (degree + 1,), lowest power first."""
    m = degree + 1
    left, right = np.zeros((m, m)), np.zeros(m)
    for i in range(m):
        for j in range(m):
            left[i, j] = sum(x ** (i + j)) + (lam if i == j else 0)
        right[i] = sum(t * x**i)
    return np.linalg.solve(left, right)


def choose_lambda(x, t, x_val, t_val, degree, lams):
    """The strength out of lams whose fit to x, t has the smallest error on x_val, t_val."""
    best, least = None, np.inf
    for lam in lams:
        w = polynomial_fit(x, t, degree, lam)
        y = np.zeros(len(x_val))
        for weight in w[::-1]:
            y = y * x_val + weight
        error = mean_squared_error(y, t_val)
        if error < least:
            best, least = lam, error
    return best
