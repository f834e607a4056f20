# points: 0.5
# mistake: only-the-upper-limit
# message: both limits
def stable_lr(curvature):
    """The learning rate from which on descent cannot settle. curvature: f''(x) > 0 there."""
    return 2 / curvature


why_wander = "d"
