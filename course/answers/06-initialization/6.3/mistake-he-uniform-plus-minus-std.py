# points: 2.0
# mistake: he-uniform-plus-minus-std
# message: ends of a uniform
def xavier_init(n_in, n_out, rng):
    """Weights (n_in, n_out) with mean 0 and standard deviation 1 / sqrt(n_in), drawn from rng."""
    return rng.normal(0, 1 / np.sqrt(n_in), size=(n_in, n_out))


def he_init(n_in, n_out, rng):
    """Weights (n_in, n_out) with mean 0 and standard deviation 1 / sqrt(n_in / 2), from rng."""
    std = 1 / np.sqrt(n_in / 2)
    return rng.uniform(-std, std, size=(n_in, n_out))
