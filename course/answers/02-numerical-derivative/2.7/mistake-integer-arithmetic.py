# points: 1.0
# mistake: integer-arithmetic
# message: exact
integer_slope = 250000.0
integer_reason = "a"
