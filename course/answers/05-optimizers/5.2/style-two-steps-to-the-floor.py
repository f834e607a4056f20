# points: 1.0
def stable_lr(curvature):
    """The learning rate from which on descent cannot settle. curvature: f''(x) > 0 there."""
    # 1 / curvature lands on the bottom at once; twice as far comes out just as high beyond.
    at_once = float(curvature) ** -1
    return at_once + at_once


why_wander = " C "
