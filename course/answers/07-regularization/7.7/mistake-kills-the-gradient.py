# points: 0.0
# mistake: kills-the-gradient
# message: slopes are not lost
why_off = "b"
