def central_difference(f, x, h=1e-5):
    """The slope of f at x, measured from the points x - h and x + h, as in unit 02."""
    return (f(x + h) - f(x - h)) / (2 * h)
