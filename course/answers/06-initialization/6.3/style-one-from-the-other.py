# points: 4.0
def xavier_init(n_in, n_out, rng):
    """Weights (n_in, n_out) with mean 0 and standard deviation 1 / sqrt(n_in), drawn from rng."""
    columns = []
    for _ in range(n_out):
        columns.append(rng.normal(scale=n_in**-0.5, size=n_in))
    return np.array(columns).T


def he_init(n_in, n_out, rng):
    """Weights (n_in, n_out) with mean 0 and standard deviation 1 / sqrt(n_in / 2), from rng."""
    return 2**0.5 * xavier_init(n_in, n_out, rng)
