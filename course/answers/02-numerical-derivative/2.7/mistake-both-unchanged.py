# points: 1.0
# mistake: both-unchanged
# message: both
integer_slope = 0.0
integer_reason = "c"
