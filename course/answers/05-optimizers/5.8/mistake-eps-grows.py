# points: 1.0
# mistake: eps-grows
# message: 1e-8
race = dict(lr=1.2, momentum=0.45)
why_stall = "c"
