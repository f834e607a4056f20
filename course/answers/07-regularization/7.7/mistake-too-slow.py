# points: 0.0
# mistake: too-slow
# message: time is not the point
why_off = "a"
