# points: 0.5
# mistake: one-step-limit
# message: lands on the bottom in one step
def stable_lr(curvature):
    """The learning rate from which on descent cannot settle. curvature: f''(x) > 0 there."""
    return 1 / curvature


why_wander = "c"
