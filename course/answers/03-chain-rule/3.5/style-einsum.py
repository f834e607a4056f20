# points: 3.0
def two_paths(h, W, t):
    y = np.multiply(W, h)
    L = np.einsum("i,i->", y - t, y - t) ** 0.5
    return L, np.einsum("i,i->", y - t, W) / L
