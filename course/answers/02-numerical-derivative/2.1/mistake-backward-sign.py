# points: 2.0
# mistake: backward-sign
# message: opposite sign
def forward_difference(f, x, h=1e-4):
    """Slope of f at x, from x and x + h. f: number -> number; x, h: numbers."""
    return (f(x + h) - f(x)) / h


def backward_difference(f, x, h=1e-4):
    """Slope of f at x, from x - h and x. f: number -> number; x, h: numbers."""
    return (f(x - h) - f(x)) / h


def central_difference(f, x, h=1e-4):
    """Slope of f at x, from x - h and x + h. f: number -> number; x, h: numbers."""
    return (f(x + h) - f(x - h)) / (2 * h)
