# points: 3.0
def forward_difference(f, x, h=1e-4):
    """Slope of f at x, from x and x + h. f: number -> number; x, h: numbers."""
    rise = f(x + h)
    rise -= f(x)
    run = h
    return float(rise / run)


def backward_difference(f, x, h=1e-4):
    """Slope of f at x, from x - h and x. f: number -> number; x, h: numbers."""
    rise = -f(x - h)
    rise += f(x)
    return float(rise / h)


def central_difference(f, x, h=1e-4):
    """Slope of f at x, from x - h and x + h. f: number -> number; x, h: numbers."""
    rise = f(x + h)
    rise -= f(x - h)
    run = h + h
    return float(rise / run)
