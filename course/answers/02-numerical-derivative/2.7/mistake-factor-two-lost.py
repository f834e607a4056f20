# points: 1.0
# mistake: factor-two-lost
# message: how far apart
integer_slope = 500000.0
integer_reason = "c"
