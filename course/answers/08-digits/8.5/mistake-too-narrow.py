# points: 1.0
# mistake: too-narrow
# message: need more room
config = {"sizes": (64, 2, 10), "epochs": 20, "batch_size": 64, "lr": 0.005, "optimizer": "adam"}
