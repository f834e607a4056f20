# points: 0.0
# mistake: needs-negative-weights
# message: negative weights are allowed
why_no_line = "a"
