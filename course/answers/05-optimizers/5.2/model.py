# points: 1.0
def stable_lr(curvature):
    """The learning rate from which on descent cannot settle. curvature: f''(x) > 0 there."""
    return 2 / curvature


why_wander = "c"
