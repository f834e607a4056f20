# points: 1.0
# mistake: slopes-vanish
# message: never 0
race = dict(lr=1.2, momentum=0.45)
why_stall = "a"
