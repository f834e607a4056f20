# points: 1.0
# mistake: numerator-only
# message: divided
integer_slope = 5
integer_reason = "c"
