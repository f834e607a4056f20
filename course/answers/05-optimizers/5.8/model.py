# points: 2.0
race = {"lr": 1.2, "momentum": 0.45}
why_stall = "b"
