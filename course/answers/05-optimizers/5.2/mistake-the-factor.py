# points: 0.5
# mistake: the-factor
# general: true
def stable_lr(curvature):
    """The learning rate from which on descent cannot settle. curvature: f''(x) > 0 there."""
    return abs(1 - curvature)


why_wander = "c"
