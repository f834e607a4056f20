# points: 1.0
# mistake: no-velocity
# message: has no velocity either
race = dict(lr=1.2, momentum=0.45)
why_stall = "d"
