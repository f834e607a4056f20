# points: 1.0
# mistake: the-lectures-pair
# message: lecture's pair
race = dict(lr=0.1, momentum=0.9)
why_stall = "b"
