# points: 3.0
def mean_squared_error(y, t):
    """Mean of the squared differences of answers y and targets t, both (n,). A number."""
    return float(np.square(np.subtract(t, y)).sum() / np.size(t))


def polynomial_fit(x, t, degree, lam=0.0):
    """Weights of the polynomial for x and t, both (n,). (degree + 1,), lowest power first."""
    A = np.column_stack([x**k for k in range(degree + 1)])
    return np.linalg.inv(A.T @ A + lam * np.identity(degree + 1)) @ A.T @ t


def choose_lambda(x, t, x_val, t_val, degree, lams):
    """The strength out of lams whose fit to x, t has the smallest error on x_val, t_val."""
    results = {}
    for lam in lams:
        y = np.polyval(polynomial_fit(x, t, degree, lam)[::-1], x_val)
        results[float(lam)] = mean_squared_error(y, t_val)
    return sorted(results, key=results.get)[0]
