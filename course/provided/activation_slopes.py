def relu(z):
    """What is positive of z, else 0."""
    return np.maximum(0, z)


# The slopes of sigmoid, tanh and ReLU at z.
d_sigmoid = lambda z: sigmoid(z) * (1 - sigmoid(z))
d_tanh = lambda z: 1 - np.tanh(z) ** 2
d_relu = lambda z: np.where(np.asarray(z) > 0, 1.0, 0.0)
