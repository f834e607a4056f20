# points: 1.0
# mistake: too-short
# message: hardly left their start
config = {"sizes": (64, 100, 10), "epochs": 1, "batch_size": 512, "lr": 0.001, "optimizer": "adam"}
