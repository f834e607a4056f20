# points: 1.0
# mistake: lr-too-large
# message: throw the network off
config = {"sizes": (64, 100, 10), "epochs": 20, "batch_size": 64, "lr": 20.0, "optimizer": "momentum"}
