# points: 1.0
def stable_lr(curvature):
    """The learning rate from which on descent cannot settle. curvature: f''(x) > 0 there."""
    low, high = 0.0, 1.0
    while abs(1 - high * curvature) < 1:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if abs(1 - middle * curvature) < 1 else (low, middle)
    return low


why_wander = "c"
