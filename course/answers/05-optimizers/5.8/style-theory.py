# points: 2.0
race = {"lr": (2 / (2**0.5 + 0.1**0.5)) ** 2, "momentum": float(np.square((20**0.5 - 1) / (20**0.5 + 1)))}
why_stall = "b"
