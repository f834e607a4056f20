# points: 0.0
# mistake: unknown-optimizer
# message: one of sgd
# general: true
config = {"sizes": (64, 100, 10), "epochs": 20, "batch_size": 64, "lr": 0.005, "optimizer": "nesterov"}
