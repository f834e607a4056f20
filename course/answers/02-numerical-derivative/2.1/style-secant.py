# points: 3.0
def secant(f, left, right):
    return (f(right) - f(left)) / (right - left)


def forward_difference(f, x, h=1e-4):
    """Slope of f at x, from x and x + h. f: number -> number; x, h: numbers."""
    return secant(f, x, x + h)


def backward_difference(f, x, h=1e-4):
    """Slope of f at x, from x - h and x. f: number -> number; x, h: numbers."""
    return secant(f, x - h, x)


def central_difference(f, x, h=1e-4):
    """Slope of f at x, from x - h and x + h. f: number -> number; x, h: numbers."""
    return secant(f, x - h, x + h)
