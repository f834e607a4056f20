# points: 2.0
def normal_pdf(x, mean, std):
    """Height of the normal density at x, a number or an array. mean, std: numbers, std > 0."""
    area = np.sqrt(2 * np.pi) * std
    bell = np.exp(-np.square(np.subtract(x, mean)) / (2 * std * std))
    return bell / area


def normal_init(n_in, n_out, std, rng):
    """Weights (n_in, n_out), drawn from rng: normal, with mean 0 and standard deviation std."""
    radius = np.sqrt(-2 * np.log(1 - rng.random((n_in, n_out))))
    return std * radius * np.cos(2 * np.pi * rng.random((n_in, n_out)))
