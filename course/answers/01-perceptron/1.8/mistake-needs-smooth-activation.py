# points: 0.0
# mistake: needs-smooth-activation
# message: same straight line
why_no_line = "d"
