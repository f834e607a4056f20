# points: 4.0
def xavier_init(n_in, n_out, rng):
    """Weights (n_in, n_out) with mean 0 and standard deviation 1 / sqrt(n_in), drawn from rng."""
    W = rng.normal(size=(n_in, n_out))
    return W / W.std() / np.sqrt(n_in)


def he_init(n_in, n_out, rng):
    """Weights (n_in, n_out) with mean 0 and standard deviation 1 / sqrt(n_in / 2), from rng."""
    W = rng.normal(size=(n_in, n_out))
    return (W - W.mean()) / np.linalg.norm(W) * np.sqrt(2 * n_out)
