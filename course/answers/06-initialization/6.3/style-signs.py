# points: 4.0
def xavier_init(n_in, n_out, rng):
    """Weights (n_in, n_out) with mean 0 and standard deviation 1 / sqrt(n_in), drawn from rng."""
    signs = rng.choice([-1.0, 1.0], size=(n_in, n_out))
    return signs * np.abs(rng.normal(0, np.sqrt(1 / n_in), (n_in, n_out)))


def he_init(n_in, n_out, rng):
    """Weights (n_in, n_out) with mean 0 and standard deviation 1 / sqrt(n_in / 2), from rng."""
    W = np.empty((n_in, n_out))
    for row in W:
        row[:] = rng.normal(0, np.sqrt(2.0 / n_in), n_out)
    return W
