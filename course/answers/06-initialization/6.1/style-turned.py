# points: 2.0
def normal_pdf(x, mean, std):
    """Height of the normal density at x, a number or an array. mean, std: numbers, std > 0."""
    standard = lambda u: np.exp(-(u**2) / 2) / np.sqrt(2 * np.pi)
    return standard((x - mean) / std) / std


def normal_init(n_in, n_out, std, rng):
    """Weights (n_in, n_out), drawn from rng: normal, with mean 0 and standard deviation std."""
    return rng.normal(size=(n_out, n_in)).T * std
