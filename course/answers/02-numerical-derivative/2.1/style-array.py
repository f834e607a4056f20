# points: 3.0
def forward_difference(f, x, h=1e-4):
    """Slope of f at x, from x and x + h. f: number -> number; x, h: numbers."""
    values = np.array([f(x), f(x + h)])
    return np.diff(values)[0] / h


def backward_difference(f, x, h=1e-4):
    """Slope of f at x, from x - h and x. f: number -> number; x, h: numbers."""
    values = np.array([f(x - h), f(x)])
    return np.diff(values)[0] / h


def central_difference(f, x, h=1e-4):
    """Slope of f at x, from x - h and x + h. f: number -> number; x, h: numbers."""
    values = np.array([f(x - h), f(x + h)])
    return np.diff(values)[0] / (2 * h)
