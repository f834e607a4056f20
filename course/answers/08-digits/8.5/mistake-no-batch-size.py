# points: 0.0
# mistake: no-batch-size
# message: no batch_size
config = {"sizes": (64, 100, 10), "epochs": 20, "lr": 0.005, "optimizer": "adam"}
