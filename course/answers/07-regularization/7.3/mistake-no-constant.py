# points: 0.5
# mistake: no-constant
# message: no column of ones
def mean_squared_error(y, t):
    """Mean of the squared differences of answers y and targets t, both (n,). A number."""
    return np.mean((y - t) ** 2)


def polynomial_fit(x, t, degree, lam=0.0):
    """Weights of the polynomial for x and t, both (n,). (degree + 1,), lowest power first."""
    A = np.column_stack([x**k for k in range(1, degree + 2)])
    return np.linalg.solve(A.T @ A + lam * np.eye(degree + 1), A.T @ t)


def choose_lambda(x, t, x_val, t_val, degree, lams):
    """The strength out of lams whose fit to x, t has the smallest error on x_val, t_val."""
    A = np.column_stack([x_val**k for k in range(1, degree + 2)])
    errors = [mean_squared_error(A @ polynomial_fit(x, t, degree, lam), t_val) for lam in lams]
    return lams[np.argmin(errors)]
