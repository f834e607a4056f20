# points: 2.0
race = dict(zip(("lr", "momentum"), np.array([1.3, 0.4]), strict=True))
why_stall = "B"
