# points: 0.0
# mistake: learning-rate-name
# message: by the name of `lr`
config = {"sizes": (64, 100, 10), "epochs": 20, "batch_size": 64, "learning_rate": 0.005, "optimizer": "adam"}
