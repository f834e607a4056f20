# points: 0.0
# mistake: inputs-squared
# message: is the root of a mean
def predicted_std(n_in, w_std, x_rms):
    """Standard deviation of a sum of n_in inputs times random weights, before any activation.

    w_std: standard deviation of the weights, whose mean is 0; x_rms: root of the mean of x**2.
    """
    return np.sqrt(n_in) * w_std * x_rms**2
