# points: 1.0
# mistake: exchanged
# message: momentum below 1
race = dict(lr=0.45, momentum=1.2)
why_stall = "b"
