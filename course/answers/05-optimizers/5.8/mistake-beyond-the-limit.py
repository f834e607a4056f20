# points: 1.0
# mistake: beyond-the-limit
# message: beyond the limit
race = dict(lr=1.5, momentum=0.0)
why_stall = "b"
