# points: 1.0
# mistake: beta-for-momentum
# message: called momentum
race = dict(lr=1.2, beta=0.45)
why_stall = "b"
