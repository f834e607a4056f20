# points: 0.5
# mistake: root
# message: root
def stable_lr(curvature):
    """The learning rate from which on descent cannot settle. curvature: f''(x) > 0 there."""
    return 2 / np.sqrt(curvature)


why_wander = "c"
