# points: 1.0
# mistake: lr-too-small
# message: right on average
# general: true
config = {"sizes": (64, 128, 10), "epochs": 20, "batch_size": 64, "lr": 1e-06, "optimizer": "adam"}
