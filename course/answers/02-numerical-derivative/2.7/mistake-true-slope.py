# points: 1.0
# mistake: true-slope
# message: not what the code
integer_slope = 6.0
integer_reason = "c"
