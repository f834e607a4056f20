# points: 1.0
# mistake: lr-too-small
# message: move no weight
config = {"sizes": (64, 100, 10), "epochs": 20, "batch_size": 64, "lr": 1e-06, "optimizer": "adam"}
