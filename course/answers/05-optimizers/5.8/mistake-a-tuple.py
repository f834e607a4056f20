# points: 1.0
# mistake: a-tuple
# general: true
# message: dict(lr=..., momentum=...)
race = (1.2, 0.45)
why_stall = "b"
