# points: 8.0
config = {"sizes": (64, 96, 10), "epochs": 25, "batch_size": 32, "lr": 0.05, "optimizer": "adagrad"}
