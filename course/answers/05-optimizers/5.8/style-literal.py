# points: 2.0
race = dict(lr=1.15, momentum=0.5)
why_stall = " B"
