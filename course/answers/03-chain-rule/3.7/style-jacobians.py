# points: 2.0
def deep_weight_gradient(h, W1, b1, w2):
    dL_da = -np.array(w2)
    da_dg = np.diag(1 - np.tanh(h @ W1 + b1) ** 2)
    dg_dW = np.einsum("kl,j->kjl", np.eye(2), h)
    return np.tensordot(dL_da @ da_dg, dg_dW, axes=1)
