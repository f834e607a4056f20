# points: 1.0
# mistake: without-momentum
# message: Without momentum
race = dict(lr=0.95, momentum=0.0)
why_stall = "b"
