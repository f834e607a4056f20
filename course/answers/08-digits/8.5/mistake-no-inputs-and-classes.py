# points: 0.0
# mistake: no-inputs-and-classes
# message: hidden layers alone
config = {"sizes": [128], "epochs": 20, "batch_size": 64, "lr": 0.005, "optimizer": "adam"}
