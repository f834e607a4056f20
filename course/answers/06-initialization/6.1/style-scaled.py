# points: 2.0
def normal_pdf(x, mean, std):
    """Height of the normal density at x, a number or an array. mean, std: numbers, std > 0."""
    u = (x - mean) / std
    return np.exp(-u * u / 2) / np.sqrt(2 * np.pi * std**2)


def normal_init(n_in, n_out, std, rng):
    """Weights (n_in, n_out), drawn from rng: normal, with mean 0 and standard deviation std."""
    return std * rng.standard_normal((n_in, n_out))
