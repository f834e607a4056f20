# points: 2.0
integer_slope = 250000.0
integer_reason = "c"
