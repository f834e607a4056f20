# points: 0.0
# mistake: tanh-dropped
# message: slope of tanh
def deep_weight_gradient(h, W1, b1, w2):
    return np.outer(h, -w2)
