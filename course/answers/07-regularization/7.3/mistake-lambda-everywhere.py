# points: 1.5
# mistake: lambda-everywhere
# message: added to every entry
def mean_squared_error(y, t):
    """Mean of the squared differences of answers y and targets t, both (n,). A number."""
    return np.mean((y - t) ** 2)


def polynomial_fit(x, t, degree, lam=0.0):
    """Weights of the polynomial for x and t, both (n,). (degree + 1,), lowest power first."""
    A = np.vander(x, degree + 1, increasing=True)
    return np.linalg.solve(A.T @ A + lam, A.T @ t)


def choose_lambda(x, t, x_val, t_val, degree, lams):
    """The strength out of lams whose fit to x, t has the smallest error on x_val, t_val."""
    A = np.vander(x_val, degree + 1, increasing=True)
    errors = [mean_squared_error(A @ polynomial_fit(x, t, degree, lam), t_val) for lam in lams]
    return lams[np.argmin(errors)]
