# points: 3.0
def weighted(f, x, h, weights):
    return sum(weight * f(x + place * h) for place, weight in weights.items()) / h


def forward_difference(f, x, h=1e-4):
    """Slope of f at x, from x and x + h. f: number -> number; x, h: numbers."""
    return weighted(f, x, h, {0: -1, 1: 1})


def backward_difference(f, x, h=1e-4):
    """Slope of f at x, from x - h and x. f: number -> number; x, h: numbers."""
    return weighted(f, x, h, {-1: -1, 0: 1})


def central_difference(f, x, h=1e-4):
    """Slope of f at x, from x - h and x + h. f: number -> number; x, h: numbers."""
    return weighted(f, x, h, {-1: -0.5, 1: 0.5})
