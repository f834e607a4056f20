# points: 0.0
# mistake: optimizer-object
# message: as text
# general: true
config = {"sizes": (64, 100, 10), "epochs": 20, "batch_size": 64, "lr": 0.005, "optimizer": Adam(0.005)}
