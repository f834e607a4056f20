# points: 3.0
def distinct_units(W, tol=1e-8):
    """How many different units W (n_in, n_out) has. Units are columns; returns an int.

    Two units are the same if no weight differs by more than tol.
    """
    if W.shape[1] == 0:
        return 0
    far = np.abs(W - W[:, :1]).max(axis=0) > tol
    return 1 + distinct_units(W[:, far], tol)


def train_constant(X, t, hidden, value, lr, steps):
    """Train a tanh net whose weights all begin as value, its biases as 0. X: (N, n_in); t: (N,).

    hidden: number of hidden units; t holds classes 0, 1, ... Returns W1 (n_in, hidden) afterwards.
    """
    classes = np.unique(t).size
    u, v = (
        np.full(X.shape[1], float(value)),
        np.full(classes, float(value)),
    )  # one unit stands for all
    b, c = 0.0, np.zeros(classes)
    for _ in range(steps):
        a = np.tanh(X @ u + b)
        scores = hidden * a[:, None] * v + c
        P = np.exp(scores - scores.max(axis=1, keepdims=True))
        dZ = (P / P.sum(axis=1, keepdims=True) - np.eye(classes)[t]) / len(t)
        dz = (dZ @ v) * (1 - a**2)
        u, b, v, c = u - lr * X.T @ dz, b - lr * dz.sum(), v - lr * a @ dZ, c - lr * dZ.sum(axis=0)
    return np.tile(u[:, None], (1, hidden))
