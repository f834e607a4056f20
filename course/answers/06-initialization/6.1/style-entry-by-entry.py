# points: 2.0
def normal_pdf(x, mean, std):
    """Height of the normal density at x, a number or an array. mean, std: numbers, std > 0."""
    heights = [np.e ** (-(((u - mean) / std) ** 2) / 2) for u in np.ravel(x)]
    return np.reshape(heights, np.shape(x)) / (std * (2 * np.pi) ** 0.5)


def normal_init(n_in, n_out, std, rng):
    """Weights (n_in, n_out), drawn from rng: normal, with mean 0 and standard deviation std."""
    W = np.zeros((n_in, n_out))
    for i in range(n_in):
        for j in range(n_out):
            W[i, j] = std * rng.normal()
    return W
