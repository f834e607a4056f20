# points: 2.0
def normal_pdf(x, mean, std):
    """Height of the normal density at x, a number or an array. mean, std: numbers, std > 0."""
    log_height = -0.5 * ((x - mean) / std) ** 2 - 0.5 * np.log(2 * np.pi) - np.log(std)
    return np.exp(log_height)


def normal_init(n_in, n_out, std, rng):
    """Weights (n_in, n_out), drawn from rng: normal, with mean 0 and standard deviation std."""
    columns = [rng.normal(scale=std, size=n_in) for _ in range(n_out)]
    return np.column_stack(columns)
