# points: 1.0
# mistake: far-too-slow
# general: true
race = dict(lr=0.001, momentum=0.5)
why_stall = "b"
