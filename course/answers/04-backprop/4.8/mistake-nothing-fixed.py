# points: 0.5
# mistake: nothing-fixed
# message: still those of
def fixed_backward(X, t, params):
    """Loss and gradients of the deep net, all of them right. As buggy_backward."""
    return buggy_backward(X, t, params)


# the names of the parameters whose gradient buggy_backward gets wrong
broken = {"b3", "W2", "W1", "b1"}
