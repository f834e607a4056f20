# points: 3.0
def mean_squared_error(y, t):
    """Mean of the squared differences of answers y and targets t, both (n,). A number."""
    gap = np.asarray(y) - np.asarray(t)
    return gap @ gap / len(gap)


def polynomial_fit(x, t, degree, lam=0.0):
    """Weights of the polynomial for x and t, both (n,). (degree + 1,), lowest power first."""
    A = x[:, None] ** np.arange(degree + 1)
    extra = np.sqrt(lam) * np.eye(degree + 1)
    wanted = np.concatenate([t, np.zeros(degree + 1)])
    return np.linalg.lstsq(np.vstack([A, extra]), wanted, rcond=None)[0]


def choose_lambda(x, t, x_val, t_val, degree, lams):
    """The strength out of lams whose fit to x, t has the smallest error on x_val, t_val."""

    def error(lam):
        w = polynomial_fit(x, t, degree, lam)
        return mean_squared_error(sum(w[k] * x_val**k for k in range(degree + 1)), t_val)

    return min(lams, key=error)
