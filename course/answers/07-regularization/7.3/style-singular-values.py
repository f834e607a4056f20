# points: 3.0
def mean_squared_error(y, t):
    """Mean of the squared differences of answers y and targets t, both (n,). A number."""
    return np.average(np.abs(y - t) ** 2)


def polynomial_fit(x, t, degree, lam=0.0):
    """Weights of the polynomial for x and t, both (n,). (degree + 1,), lowest power first."""
    A = np.vander(x, degree + 1)[:, ::-1]
    U, s, V = np.linalg.svd(A, full_matrices=False)
    return V.T @ (s / (s**2 + lam) * (U.T @ t))


def choose_lambda(x, t, x_val, t_val, degree, lams):
    """The strength out of lams whose fit to x, t has the smallest error on x_val, t_val."""
    fits = np.array([polynomial_fit(x, t, degree, lam) for lam in lams])
    answers = np.polynomial.polynomial.polyval(x_val, fits.T)
    errors = np.array([mean_squared_error(answer, t_val) for answer in answers])
    return np.asarray(lams)[np.flatnonzero(errors == errors.min())[0]]
