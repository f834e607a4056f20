# points: 2.0
def deep_weight_gradient(h, W1, b1, w2):
    g = np.einsum("j,jk->k", h, W1) + b1
    return -np.einsum("j,k,k->jk", h, w2, np.cosh(g) ** -2.0)
