# points: 0.0
# mistake: tuple
# message: a dict
config = ((64, 100, 10), 20, 64, 0.005, "adam")
