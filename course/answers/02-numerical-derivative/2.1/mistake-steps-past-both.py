# points: 2.0
# mistake: steps-past-both
# message: do not lie
def forward_difference(f, x, h=1e-4):
    """Slope of f at x, from x and x + h. f: number -> number; x, h: numbers."""
    return (f(x + h) - f(x)) / h


def backward_difference(f, x, h=1e-4):
    """Slope of f at x, from x - h and x. f: number -> number; x, h: numbers."""
    return (f(x) - f(x - h)) / h


def central_difference(f, x, h=1e-4):
    """Slope of f at x, from x - h and x + h. f: number -> number; x, h: numbers."""
    return (f(x + h) - f(x - 2 * h)) / (2 * h)
