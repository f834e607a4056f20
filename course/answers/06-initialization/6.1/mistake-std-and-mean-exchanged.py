# points: 1.0
# mistake: std-and-mean-exchanged
# message: change places
def normal_pdf(x, mean, std):
    """Height of the normal density at x, a number or an array. mean, std: numbers, std > 0."""
    return np.exp(-((x - std) ** 2) / (2 * (mean or 1) ** 2)) / (np.sqrt(2 * np.pi) * (mean or 1))


def normal_init(n_in, n_out, std, rng):
    """Weights (n_in, n_out), drawn from rng: normal, with mean 0 and standard deviation std."""
    return rng.normal(0, std, size=(n_in, n_out))
