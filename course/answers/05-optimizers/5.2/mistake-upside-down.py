# points: 0.5
# mistake: upside-down
# message: steeper valley
def stable_lr(curvature):
    """The learning rate from which on descent cannot settle. curvature: f''(x) > 0 there."""
    return curvature / 2


why_wander = "c"
