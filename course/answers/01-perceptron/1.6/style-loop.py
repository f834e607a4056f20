# points: 2.0
def perceptron_update(w, x, t):
    """The weights after one sample. w, x: (d + 1,), x[0] is 1; t: 0 or 1. Returns (d + 1,)."""
    z = 0.0
    for i in range(len(w)):
        z += w[i] * x[i]
    w_new = np.array(w, dtype=float)
    for i in range(len(w)):
        w_new[i] += (t - int(z >= 0)) * x[i]
    return w_new
