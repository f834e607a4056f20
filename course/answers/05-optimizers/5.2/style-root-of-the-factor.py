# points: 1.0
def stable_lr(curvature):
    """The learning rate from which on descent cannot settle. curvature: f''(x) > 0 there."""
    # 1 - lr * curvature = -1, solved as a straight line
    return float(np.roots([-curvature, 2.0])[0])


why_wander = "C"
