# points: 0.5
# mistake: square
# message: square
def stable_lr(curvature):
    """The learning rate from which on descent cannot settle. curvature: f''(x) > 0 there."""
    return 2 / curvature**2


why_wander = "c"
