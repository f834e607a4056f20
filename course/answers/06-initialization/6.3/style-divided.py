# points: 4.0
def xavier_init(n_in, n_out, rng):
    """Weights (n_in, n_out) with mean 0 and standard deviation 1 / sqrt(n_in), drawn from rng."""
    return rng.standard_normal((n_in, n_out)) / np.sqrt(n_in)


def he_init(n_in, n_out, rng):
    """Weights (n_in, n_out) with mean 0 and standard deviation 1 / sqrt(n_in / 2), from rng."""
    return rng.standard_normal((n_in, n_out)) * (2 / n_in) ** 0.5
