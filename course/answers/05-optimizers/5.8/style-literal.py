# points: 2.0
race = {"momentum": 0.5, "lr": 1.15}
why_stall = " B"
