# points: 2.0
def predicted_std(n_in, w_std, x_rms):
    """Standard deviation of a sum of n_in inputs times random weights, before any activation.

    w_std: standard deviation of the weights, whose mean is 0; x_rms: root of the mean of x**2.
    """
    return np.exp(np.log(n_in) / 2 + np.log(w_std) + np.log(x_rms))
