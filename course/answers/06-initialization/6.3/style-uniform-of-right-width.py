# points: 4.0
def xavier_init(n_in, n_out, rng):
    """Weights (n_in, n_out) with mean 0 and standard deviation 1 / sqrt(n_in), drawn from rng."""
    limit = np.sqrt(3 / n_in)
    return rng.uniform(-limit, limit, size=(n_in, n_out))


def he_init(n_in, n_out, rng):
    """Weights (n_in, n_out) with mean 0 and standard deviation 1 / sqrt(n_in / 2), from rng."""
    return (2 * rng.random((n_in, n_out)) - 1) * np.sqrt(6 / n_in)
