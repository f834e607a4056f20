# points: 0.0
# mistake: turned-sizes
# message: from the inputs
config = {"sizes": (10, 128, 64), "epochs": 20, "batch_size": 64, "lr": 0.005, "optimizer": "adam"}
