# points: 1.0
# mistake: too-short
# message: hardly left their start
config = {"sizes": (64, 80, 10), "epochs": 1, "batch_size": 512, "lr": 0.001, "optimizer": "adam"}
