# points: 1.0
# mistake: integer-result
# message: zeros
integer_slope = 250000.0
integer_reason = "d"
