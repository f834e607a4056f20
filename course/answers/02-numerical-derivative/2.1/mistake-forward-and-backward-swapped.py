# points: 1.0
# mistake: forward-and-backward-swapped
# message: the other
def forward_difference(f, x, h=1e-4):
    """Slope of f at x, from x and x + h. f: number -> number; x, h: numbers."""
    return (f(x) - f(x - h)) / h


def backward_difference(f, x, h=1e-4):
    """Slope of f at x, from x - h and x. f: number -> number; x, h: numbers."""
    return (f(x + h) - f(x)) / h


def central_difference(f, x, h=1e-4):
    """Slope of f at x, from x - h and x + h. f: number -> number; x, h: numbers."""
    return (f(x + h) - f(x - h)) / (2 * h)
