# points: 1.0
# mistake: step-too-small
# message: 1e-5 is a step
integer_slope = 250000.0
integer_reason = "b"
