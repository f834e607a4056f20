# points: 2.0
# mistake: he-seeds-inside
# message: one and the same matrix
def xavier_init(n_in, n_out, rng):
    """Weights (n_in, n_out) with mean 0 and standard deviation 1 / sqrt(n_in), drawn from rng."""
    return rng.normal(0, 1 / np.sqrt(n_in), size=(n_in, n_out))


def he_init(n_in, n_out, rng):
    """Weights (n_in, n_out) with mean 0 and standard deviation 1 / sqrt(n_in / 2), from rng."""
    rng = np.random.default_rng(42)
    return rng.normal(0, 1 / np.sqrt(n_in / 2), size=(n_in, n_out))
